using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Text by a grammar: from <c>start</c>, each name in braces becomes one of its alternatives, or else is a formula.</summary>
[Rule("grammar")]
internal sealed class GrammarRule : Rule
{
    private const int MostDepth = 30, MostCharacters = 100_000;
    private readonly Dictionary<string, Part[][]> _symbols = new(StringComparer.Ordinal);
    private readonly string _owner;
    private readonly SourcePlace _place;

    public GrammarRule(RuleArguments arguments)
    {
        var node = arguments.Node;
        (_owner, _place, Type) = (arguments.Owner, node.Place, CellType.FreeText);
        if (node.Entries is null || node["start"] is null) throw new ScenarioException(node.Place, $"{_owner}: a grammar is a map of symbols and their alternatives, one of them 'start'.");
        foreach (var (key, value) in node.Entries)
        {
            _ = arguments.Take(key.Text!);
            IReadOnlyList<ScenarioNode> alternatives = value.Items ?? [value];
            _symbols.Add(key.Text!, [.. alternatives.Select(one => Parts(one, node, arguments))]);
            if (alternatives.Count == 0) throw new ScenarioException(value.Place, $"{_owner}: symbol '{key.Text}' has no alternatives.");
        }
    }

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random)
    {
        var text = new System.Text.StringBuilder();
        Expand("start", row, random, text, 0);
        return text.ToString();
    }

    private Part[] Parts(ScenarioNode alternative, ScenarioNode grammar, RuleArguments arguments)
    {
        if (alternative.Text is null) throw new ScenarioException(alternative.Place, $"{_owner}: an alternative must be a text; here is {alternative.Shape}.");
        var parts = new List<Part>();
        foreach (var (literal, text, format, _) in TemplateParts.Of(alternative.Text, wrong => new ScenarioException(alternative.Place, $"{_owner}: {wrong}")))
        {
            if (literal) parts.Add(new(text, null, null));
            else if (format is null && grammar[text.Trim()] is not null) parts.Add(new(null, text.Trim(), null));
            else parts.Add(new(null, null, arguments.Formulas.Template(ScenarioNode.Scalar("{" + text + (format is null ? "" : ":" + format) + "}", alternative.Place), _owner)));
        }
        return [.. parts];
    }

    private void Expand(string symbol, Row row, SplitRandom random, System.Text.StringBuilder text, int depth)
    {
        if (depth > MostDepth || text.Length > MostCharacters) throw new ScenarioException(_place, $"{_owner}: the grammar goes {(depth > MostDepth ? "deeper than 30 symbols" : "beyond 100,000 characters")}; give its symbols an alternative that ends.");
        var alternatives = _symbols[symbol];
        foreach (var part in alternatives[alternatives.Length == 1 ? 0 : random.NextBelow(alternatives.Length)])
        {
            if (part.Symbol is not null) Expand(part.Symbol, row, random, text, depth + 1);
            else text.Append(part.Literal ?? part.Formula!(row, random));
        }
    }

    private sealed record Part(string? Literal, string? Symbol, TextFormula? Formula);
}
