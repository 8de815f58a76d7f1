using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Computed from other attributes.</summary>
[Rule("formula")]
internal sealed class FormulaRule : Rule
{
    private readonly NumberFormula? _number;
    private readonly TextFormula? _text;

    public FormulaRule(RuleArguments arguments)
    {
        var node = arguments.Take("formula") ?? throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: the formula is missing.");
        var typed = arguments.Formulas.Parse(node, arguments.Owner);
        Type = typed.Type;
        if (Type.IsString) _text = arguments.Formulas.CompileText(typed);
        else _number = arguments.Formulas.Compile(typed);
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random) => _number!(row, random);

    public override string? DrawText(Row row, SplitRandom random) => _text!(row, random);
}
