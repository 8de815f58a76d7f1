using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>True with a probability.</summary>
[Rule("chance")]
internal sealed class ChanceRule : Rule
{
    private readonly Parameter _p;

    public ChanceRule(RuleArguments arguments)
    {
        _p = arguments.Number("p", least: 0, most: 1);
        (Type, Parameters) = (CellType.Boolean, arguments.Parameters);
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var p = _p.Of(row, random);
        return double.IsNaN(p) ? p : u < p ? 1 : 0;
    }
}
