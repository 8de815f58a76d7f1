using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Pareto: least value (scale) and shape.</summary>
[Rule("pareto")]
internal sealed class ParetoRule : Rule
{
    private readonly Parameter _scale, _shape;

    public ParetoRule(RuleArguments arguments)
    {
        (_scale, _shape) = (arguments.Positive("scale", 1), arguments.Positive("shape"));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextOpenDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random) => _scale.Of(row, random) * PortableMath.Exp(-PortableMath.Log(1 - u) / _shape.Of(row, random));
}
