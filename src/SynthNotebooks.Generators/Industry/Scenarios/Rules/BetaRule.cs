using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Beta: alpha and beta, or mean and concentration (their sum).</summary>
[Rule("beta")]
internal sealed class BetaRule : Rule
{
    private readonly Parameter _first, _second;
    private readonly bool _byMean;

    public BetaRule(RuleArguments arguments)
    {
        _byMean = arguments.Node["mean"] is not null;
        _first = _byMean ? arguments.Number("mean", least: 0, most: 1, open: true) : arguments.Positive("alpha");
        _second = arguments.Positive(_byMean ? "concentration" : "beta");
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random)
    {
        var (alpha, beta) = Shapes(row, random);
        var x = Variates.Gamma(alpha, random);
        var sum = x + Variates.Gamma(beta, random);
        return sum > 0 ? x / sum : random.NextDouble() * (alpha + beta) < alpha ? 1 : 0; // both below the least double
    }

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var (alpha, beta) = Shapes(row, random);
        return new BetaDistribution(alpha, beta, 0, 1).Quantile(u);
    }

    private (double Alpha, double Beta) Shapes(Row row, SplitRandom random)
    {
        var (first, second) = (_first.Of(row, random), _second.Of(row, random));
        return _byMean ? (first * second, (1 - first) * second) : (first, second);
    }
}
