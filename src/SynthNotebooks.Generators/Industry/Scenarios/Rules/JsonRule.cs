using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A JSON document: its texts are templates; a text that is one formula in braces keeps its type.</summary>
[Rule("json")]
internal sealed class JsonRule : Rule
{
    private readonly List<(string? Literal, TextFormula? Text)> _parts = [];

    public JsonRule(RuleArguments arguments)
    {
        Type = CellType.FreeText;
        var node = arguments.Node;
        foreach (var (key, _) in node.Entries ?? []) _ = arguments.Take(key.Text!);
        foreach (var _ in node.Items ?? []) arguments.Take("item");
        if (node.Text is not null) _ = arguments.Take("text");
        Write(node, arguments);
    }

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (literal, formula) in _parts) text.Append(literal ?? formula!(row, random));
        return text.ToString();
    }

    private void Write(ScenarioNode node, RuleArguments arguments)
    {
        if (node.Entries is { } entries)
        {
            Literal("{");
            for (var i = 0; i < entries.Count; i++)
            {
                Literal((i > 0 ? "," : "") + Quoted(entries[i].Key.Text!) + ":");
                Write(entries[i].Value, arguments);
            }
            Literal("}");
        }
        else if (node.Items is { } items)
        {
            Literal("[");
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0) Literal(",");
                Write(items[i], arguments);
            }
            Literal("]");
        }
        else Scalar(node, arguments);
    }

    private void Scalar(ScenarioNode node, RuleArguments arguments)
    {
        var parts = TemplateParts.Of(node.Text!, wrong => new ScenarioException(node.Place, $"{arguments.Owner}: {wrong}"));
        if (parts is [{ Literal: false, Format: null } only])
        {
            var typed = arguments.Formulas.Parse(ScenarioNode.Scalar(only.Text, node.Place), arguments.Owner);
            var compiled = arguments.Formulas.CompileText(typed);
            var bare = typed.Type.IsNumeric || typed.Type.Kind == CellKind.Boolean;
            _parts.Add((null, (row, random) => compiled(row, random) is { } text ? bare ? text : Quoted(text) : "null"));
            return;
        }
        if (parts.Exists(part => !part.Literal))
        {
            var template = arguments.Formulas.Template(node, arguments.Owner);
            _parts.Add((null, (row, random) => Quoted(template(row, random) ?? "")));
            return;
        }
        var (type, value) = Literals.Of(node);
        Literal(type.IsNumeric || type.Kind == CellKind.Boolean ? double.IsNaN(value) ? "null" : Texts.Of(value, type.Kind)! : Quoted(node.Text!.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)));
    }

    private void Literal(string text) => _parts.Add((text, null));

    private static string Quoted(string text) => "\"" + System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
