using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A share: those of one composition (<c>of</c>, default shares) sum to one in every row and follow a Dirichlet distribution.</summary>
/// <remarks>Mean of a share: its alpha over the sum of all; the greater the sum, the less they scatter.</remarks>
[Rule("dirichlet")]
internal sealed class DirichletRule : Rule
{
    private readonly int _slot;

    public DirichletRule(RuleArguments arguments)
    {
        _ = arguments.Positive("alpha");
        _ = arguments.Take("of");
        Parameters = arguments.Parameters;
        if (arguments.Attribute is not { } attribute || attribute.Node["dirichlet"] != arguments.Node) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'dirichlet' must be the rule of an attribute itself, not a part of another rule.");
        _slot = DirichletStep.Of(attribute, arguments.Node, arguments.Compilation).SlotOf(attribute);
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random) => row.Numbers[_slot];
}
