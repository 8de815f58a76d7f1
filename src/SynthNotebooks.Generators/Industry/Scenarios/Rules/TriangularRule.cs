using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Triangular: least, most frequent and greatest value.</summary>
[Rule("triangular")]
internal sealed class TriangularRule : Rule
{
    private readonly Parameter _from, _mode, _to;

    public TriangularRule(RuleArguments arguments)
    {
        (_from, _mode, _to) = (arguments.Number("from"), arguments.Number("mode"), arguments.Number("to"));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var (a, c, b) = (_from.Of(row, random), _mode.Of(row, random), _to.Of(row, random));
        if (!(a <= c && c <= b)) throw new ScenarioException(_mode.Place, FormattableString.Invariant($"{_mode.Owner}: from {a:R}, mode {c:R} and to {b:R} must rise."));
        if (a == b) return a;
        return u < (c - a) / (b - a) ? a + Math.Sqrt(u * (b - a) * (c - a)) : b - Math.Sqrt((1 - u) * (b - a) * (b - c));
    }
}
