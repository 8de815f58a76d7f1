using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Poisson: its mean.</summary>
[Rule("poisson")]
internal sealed class PoissonRule : Rule
{
    private readonly Parameter _mean;

    public PoissonRule(RuleArguments arguments)
    {
        _mean = arguments.Number("mean", least: 0, most: 1e9);
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override double Draw(Row row, SplitRandom random) => Variates.Poisson(_mean.Of(row, random), random);
}
