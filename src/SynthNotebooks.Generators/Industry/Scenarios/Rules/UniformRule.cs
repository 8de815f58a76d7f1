using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Evenly between two numbers or moments; between two dates a whole day, both ends possible.</summary>
[Rule("uniform")]
internal sealed class UniformRule : Rule
{
    private readonly Parameter _from, _to;

    public UniformRule(RuleArguments arguments)
    {
        _from = arguments.Number("from", 0);
        var first = arguments.LastType;
        _to = arguments.Number("to", 1);
        Type = first.Kind == CellKind.Date && arguments.LastType.Kind == CellKind.Date ? CellType.Date : first.IsMoment || arguments.LastType.IsMoment ? CellType.Time : CellType.Number;
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var (from, to) = (_from.Of(row, random), _to.Of(row, random));
        if (Type.Kind != CellKind.Date) return from + (to - from) * u;
        return from + Math.Floor(Math.Max(1, Math.Floor((to - from) / Units.Day) + 1) * u) * Units.Day;
    }
}
