using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Weibull: shape and scale.</summary>
[Rule("weibull")]
internal sealed class WeibullRule : Rule
{
    private readonly Parameter _shape, _scale;

    public WeibullRule(RuleArguments arguments)
    {
        (_shape, _scale) = (arguments.Positive("shape"), arguments.Positive("scale", 1));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextOpenDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random) =>
        _scale.Of(row, random) * PortableMath.Exp(PortableMath.Log(-PortableMath.Log(1 - u)) / _shape.Of(row, random));
}
