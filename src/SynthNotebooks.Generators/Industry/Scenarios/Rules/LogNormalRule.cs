using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>The exponential of a normal number: its median and the standard deviation of the logarithm.</summary>
[Rule("lognormal")]
internal sealed class LogNormalRule : Rule
{
    private readonly Parameter _median, _sigma;
    private readonly bool _byMean;

    public LogNormalRule(RuleArguments arguments)
    {
        _byMean = arguments.Node["mean"] is not null;
        (_median, _sigma) = (arguments.Positive(_byMean ? "mean" : "median"), arguments.Number("sigma", least: 0));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => At(row, random.NextNormal(), random);

    public override double Quantile(Row row, double u, SplitRandom random) => At(row, PortableMath.NormalQuantile(u), random);

    private double At(Row row, double z, SplitRandom random)
    {
        var sigma = _sigma.Of(row, random);
        return _median.Of(row, random) * PortableMath.Exp(sigma * z - (_byMean ? sigma * sigma / 2 : 0));
    }
}
