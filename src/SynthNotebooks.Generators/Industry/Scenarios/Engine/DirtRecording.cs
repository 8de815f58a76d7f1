using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A fault of recording without a label: typing errors, letter case, spaces, outliers, two cells swapped, rows recorded twice.</summary>
internal sealed class DirtRecording(string kind, AttributePlan? attribute, AttributePlan? other, Parameter rate, double factor) : IRecording
{
    private const string Near = "qwertyuiopasdfghjklzxcvbnm";
    private readonly ulong _label = SplitRandom.Label("dirt " + kind + " " + attribute?.Name + " " + other?.Name);

    public int Apply(Row record, Row truth, SplitRandom random)
    {
        random.Become(record.Random, _label);
        if (!(random.NextDouble() < rate.Of(record, random))) return 0;
        switch (kind)
        {
            case "duplicates": return 1;
            case "outliers": record.Numbers[attribute!.Slot] = Rounded(record.Numbers[attribute.Slot] * factor); break;
            case "swaps": Swap(record); break;
            default:
                ref var text = ref record.Texts[attribute!.Type.IsString ? attribute.Slot : attribute.RecordSlot];
                if (text is { Length: > 0 }) text = kind switch { "typos" => Typo(text, random), "case" => Case(text, random), _ => Spaces(text, random) };
                break;
        }
        return 0;
    }

    private double Rounded(double value) => attribute!.Type.Kind == CellKind.Integer ? Math.Round(value) : attribute.Decimals is { } decimals ? Math.Round(value, decimals) : value;

    private void Swap(Row record)
    {
        if (attribute!.Type.IsString) (record.Texts[attribute.Slot], record.Texts[other!.Slot]) = (record.Texts[other.Slot], record.Texts[attribute.Slot]);
        else (record.Numbers[attribute.Slot], record.Numbers[other!.Slot]) = (record.Numbers[other.Slot], record.Numbers[attribute.Slot]);
    }

    // A letter left out, doubled, swapped with its neighbour or hit beside its key
    private static string Typo(string text, SplitRandom random)
    {
        var at = random.NextBelow(text.Length);
        return random.NextBelow(4) switch
        {
            0 when text.Length > 1 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + Beside(text[at], random) + text[(at + 1)..],
        };
    }

    private static char Beside(char c, SplitRandom random)
    {
        if (char.IsAsciiDigit(c)) return (char)('0' + (c - '0' + 1 + random.NextBelow(9)) % 10);
        var at = Near.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        var near = at < 0 ? 'x' : Near[(at + (random.NextBelow(2) == 0 ? 1 : Near.Length - 1)) % Near.Length];
        return char.IsUpper(c) ? char.ToUpperInvariant(near) : near;
    }

    private static string Case(string text, SplitRandom random) => random.NextBelow(2) == 0 ? text.ToUpperInvariant() : text.ToLowerInvariant();

    private static string Spaces(string text, SplitRandom random) => random.NextBelow(3) switch { 0 => " " + text, 1 => text + " ", _ => " " + text + " " };
}
