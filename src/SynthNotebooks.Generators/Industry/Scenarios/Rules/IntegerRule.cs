using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Evenly one of the whole numbers from one to another, both included.</summary>
[Rule("integer")]
internal sealed class IntegerRule : Rule
{
    private readonly Parameter _from, _to;

    public IntegerRule(RuleArguments arguments)
    {
        (_from, _to) = (arguments.Number("from"), arguments.Number("to"));
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var (from, to) = (Math.Ceiling(_from.Of(row, random)), Math.Floor(_to.Of(row, random)));
        return from + Math.Floor(u * Math.Max(1, to - from + 1));
    }
}
