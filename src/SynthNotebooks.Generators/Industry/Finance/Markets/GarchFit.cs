using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>A GARCH(1,1) model fitted to returns by maximum likelihood, with standard errors.</summary>
/// <param name="Model">The fitted recursion.</param>
/// <param name="Mean">Mean return, fitted first by the sample's mean.</param>
/// <param name="Degrees">Degrees of freedom of Student-t innovations; 0 when they were taken as normal.</param>
/// <param name="AlphaError">Standard error of alpha.</param>
/// <param name="BetaError">Standard error of beta.</param>
/// <param name="LogLikelihood">Of the returns under the fitted model.</param>
public sealed record GarchFit(Garch Model, double Mean, double Degrees, double AlphaError, double BetaError, double LogLikelihood)
{
    private const int FewestReturns = 100;

    /// <summary>Fits a series of returns in the order of time.</summary>
    /// <param name="returns">At least 100 finite numbers that are not all equal.</param>
    /// <param name="student">Whether innovations have Student-t tails, whose degrees of freedom are then fitted too.</param>
    /// <param name="cancellation">Asked at every evaluation of the likelihood.</param>
    /// <exception cref="ArgumentException">The series is too short, constant, or holds a number that is not finite.</exception>
    /// <remarks>
    /// The simplex method finds the maximum; standard errors come from the curvature of the log-likelihood there. Some 500 passes over the
    /// series. Sources: Bollerslev 1986, doi:10.1016/0304-4076(86)90063-1; Nelder, Mead, Computer Journal 7(4), 1965, doi:10.1093/comjnl/7.4.308.
    /// </remarks>
    public static GarchFit Of(IReadOnlyList<double> returns, bool student = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(returns);
        if (returns.Count < FewestReturns) throw new ArgumentException($"There are {returns.Count} returns; at least {FewestReturns} are needed.", nameof(returns));
        var values = returns.ToArray();
        if (Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var bad) throw new ArgumentException($"Return {bad} is {values[bad]}; it must be finite.", nameof(returns));
        var mean = FixedOrderSum.Of(values) / values.Length;
        var shocks = Array.ConvertAll(values, value => value - mean);
        var variance = FixedOrderSum.Of(Array.ConvertAll(shocks, shock => shock * shock)) / shocks.Length;
        if (!(variance > 0)) throw new ArgumentException("All returns are equal; there is no volatility to fit.", nameof(returns));

        var likelihood = new GarchLikelihood(shocks, student, cancellation);
        double Cost(double[] free) => -likelihood.Of(Natural(free, variance));
        double[] start = student ? [0, LogOdds(0.95), LogOdds(0.1), PortableMath.Log(6)] : [0, LogOdds(0.95), LogOdds(0.1)];
        var best = SimplexSearch.Minimise(Cost, start, step: 0.5);
        var natural = Natural(best, variance);
        var errors = StandardErrors(likelihood, natural);
        return new(new(natural[0], natural[1], natural[2]), mean, student ? natural[3] : 0, errors[1], errors[2], likelihood.Of(natural));
    }

    // Free numbers: log of variance relative to the sample's, log-odds of persistence, log-odds of alpha's share in it, log of degrees - 2.
    private static double[] Natural(double[] free, double variance)
    {
        var persistence = Logistic.Probability(free[1]);
        var alpha = persistence * Logistic.Probability(free[2]);
        var omega = variance * PortableMath.Exp(free[0]) * (1 - persistence);
        return free.Length == 3 ? [omega, alpha, persistence - alpha] : [omega, alpha, persistence - alpha, 2 + PortableMath.Exp(Math.Min(free[3], 10))];
    }

    private static double LogOdds(double p) => Logistic.LogOdds(p);

    // Square roots of the diagonal of the inverse of minus the second derivatives; NaN when the maximum lies at an edge.
    private static double[] StandardErrors(GarchLikelihood likelihood, double[] at)
    {
        var n = at.Length;
        var steps = Array.ConvertAll(at, value => 1e-3 * Math.Max(Math.Abs(value), 1e-12));
        var curvature = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
                curvature[i, j] = curvature[j, i] = -steps[i] * steps[j] * Second(i, j); // in units of the steps, so that its parts are of like size
        if (!Cholesky.TryFactor(curvature, out var factor)) return [.. Enumerable.Repeat(double.NaN, n)];
        var diagonal = CholeskySolve.InverseDiagonal(factor);
        return [.. diagonal.Select((value, i) => steps[i] * Math.Sqrt(value))];

        double Second(int i, int j)
        {
            if (i == j) return (Shifted(i, 1, j, 0) - 2 * likelihood.Of(at) + Shifted(i, -1, j, 0)) / (steps[i] * steps[i]);
            return (Shifted(i, 1, j, 1) - Shifted(i, 1, j, -1) - Shifted(i, -1, j, 1) + Shifted(i, -1, j, -1)) / (4 * steps[i] * steps[j]);
        }

        double Shifted(int i, int up, int j, int upToo)
        {
            var moved = (double[])at.Clone();
            moved[i] += up * steps[i];
            moved[j] += upToo * steps[j];
            return likelihood.Of(moved);
        }
    }
}
