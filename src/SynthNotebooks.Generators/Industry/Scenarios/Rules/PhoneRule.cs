using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A telephone number of a range that is set aside for fiction: us 555-0100 to 555-0199, uk Ofcom's drama ranges, de Bundesnetzagentur's, fr Arcep's.</summary>
[Rule("phone")]
internal sealed class PhoneRule : Rule
{
    private static readonly Dictionary<string, string[]> Ranges = new(StringComparer.Ordinal)
    {
        ["us"] = ["(201) 555-01##", "(312) 555-01##", "(415) 555-01##", "(617) 555-01##"],
        ["uk"] = ["020 7946 0###", "0113 496 0###", "0121 496 0###", "07700 900###"],
        ["de"] = ["030 23125###"],
        ["fr"] = ["01 99 00 ## ##", "06 39 98 ## ##"],
    };

    private readonly string[] _patterns;

    public static IReadOnlyCollection<string> Countries => Ranges.Keys;

    public PhoneRule(RuleArguments arguments)
    {
        var country = arguments.Take("country");
        if (!Ranges.TryGetValue(country?.Text ?? "us", out _patterns!)) throw new ScenarioException(country!.Place, $"{arguments.Owner}: " + UnknownColumn.Message("country", country.Text ?? country.Shape, Ranges.Keys));
        Type = CellType.FreeText;
    }

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random)
    {
        var pattern = _patterns[random.NextBelow(_patterns.Length)];
        return string.Create(pattern.Length, (pattern, random), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = state.pattern[i] == '#' ? (char)('0' + state.random.NextBelow(10)) : state.pattern[i];
        });
    }
}
