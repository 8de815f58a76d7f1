using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Failures before the first success: probability of success.</summary>
[Rule("geometric")]
internal sealed class GeometricRule : Rule
{
    private readonly Parameter _p;

    public GeometricRule(RuleArguments arguments)
    {
        _p = arguments.Number("p", least: 0, most: 1, open: true);
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextOpenDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var p = _p.Of(row, random);
        return p >= 1 ? 0 : Math.Floor(PortableMath.Log(1 - u) / PortableMath.Log(1 - p));
    }
}
