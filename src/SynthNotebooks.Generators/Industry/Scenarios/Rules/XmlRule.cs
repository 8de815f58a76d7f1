using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>An XML document of one element: keys with @ are attributes, others elements, lists repeat theirs; texts are templates.</summary>
[Rule("xml")]
internal sealed class XmlRule : Rule
{
    private readonly List<(string? Literal, TextFormula? Text)> _parts = [];
    private readonly string _owner;

    public XmlRule(RuleArguments arguments)
    {
        (Type, _owner) = (CellType.FreeText, arguments.Owner);
        if (arguments.Node.Entries is not [var root]) throw new ScenarioException(arguments.Node.Place, $"{_owner}: 'xml' is a map of one element.");
        _ = arguments.Take(root.Key.Text!);
        Element(root.Key, root.Value, arguments);
    }

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (literal, formula) in _parts) text.Append(literal ?? Escaped(formula!(row, random) ?? ""));
        return text.ToString();
    }

    private void Element(ScenarioNode name, ScenarioNode content, RuleArguments arguments)
    {
        if (content.Items is { } items)
        {
            foreach (var item in items) Element(name, item, arguments);
            return;
        }
        try
        {
            _ = System.Xml.XmlConvert.VerifyName(name.Text!);
        }
        catch (Exception wrong) when (wrong is System.Xml.XmlException or ArgumentException)
        {
            throw new ScenarioException(name.Place, $"{_owner}: '{name.Text}' is no name of an XML element.");
        }
        _parts.Add(("<" + name.Text, null));
        var entries = content.Entries ?? [];
        foreach (var (key, value) in entries)
        {
            if (!key.Text!.StartsWith('@')) continue;
            _parts.Add(($" {key.Text[1..]}=\"", null));
            Text(value, arguments);
            _parts.Add(("\"", null));
        }
        _parts.Add((">", null));
        foreach (var (key, value) in entries)
            if (!key.Text!.StartsWith('@')) Element(key, value, arguments);
        if (content.Text is not null) Text(content, arguments);
        _parts.Add(($"</{name.Text}>", null));
    }

    private void Text(ScenarioNode node, RuleArguments arguments) => _parts.Add((null, arguments.Formulas.Template(node, _owner)));

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
