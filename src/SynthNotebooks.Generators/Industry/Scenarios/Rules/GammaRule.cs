using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Gamma: shape and scale, or mean and shape.</summary>
[Rule("gamma")]
internal sealed class GammaRule : Rule
{
    private readonly Parameter _shape, _scale;
    private readonly bool _byMean;

    public GammaRule(RuleArguments arguments)
    {
        _byMean = arguments.Node["mean"] is not null;
        (_shape, _scale) = (arguments.Positive("shape"), arguments.Positive(_byMean ? "mean" : "scale", 1));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random)
    {
        var shape = _shape.Of(row, random);
        return Variates.Gamma(shape, random) * Scale(row, shape, random);
    }

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var shape = _shape.Of(row, random);
        return new GammaDistribution(shape, Scale(row, shape, random)).Quantile(u);
    }

    private double Scale(Row row, double shape, SplitRandom random) => _byMean ? _scale.Of(row, random) / shape : _scale.Of(row, random);
}
