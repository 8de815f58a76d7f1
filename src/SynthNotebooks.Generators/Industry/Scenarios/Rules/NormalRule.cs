using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Normal: mean and standard deviation.</summary>
[Rule("normal")]
internal sealed class NormalRule : Rule
{
    private readonly Parameter _mean, _sd;

    public NormalRule(RuleArguments arguments)
    {
        (_mean, _sd) = (arguments.Number("mean", 0), arguments.Number("sd", 1, least: 0));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => _mean.Of(row, random) + _sd.Of(row, random) * random.NextNormal();

    public override double Quantile(Row row, double u, SplitRandom random) => _mean.Of(row, random) + _sd.Of(row, random) * PortableMath.NormalQuantile(u);
}
