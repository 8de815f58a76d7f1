using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>The same for all rows: a number, true or false, a date, or a text as it stands.</summary>
[Rule("value")]
internal sealed class ValueRule : Rule
{
    private readonly double _value;

    public ValueRule(RuleArguments arguments)
    {
        var node = arguments.Take("value");
        if (node?.Text is null) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'value' must be a single text or number.");
        (Type, _value) = Literals.Of(node);
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random) => _value;
}
