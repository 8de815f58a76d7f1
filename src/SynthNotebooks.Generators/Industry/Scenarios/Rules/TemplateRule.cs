using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Text with formulas in braces.</summary>
[Rule("template")]
internal sealed class TemplateRule : Rule
{
    private readonly TextFormula _text;

    public TemplateRule(RuleArguments arguments)
    {
        var node = arguments.Take("template") ?? throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: the template is missing.");
        (Type, _text) = (CellType.FreeText, arguments.Formulas.Template(node, arguments.Owner));
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random) => _text(row, random);
}
