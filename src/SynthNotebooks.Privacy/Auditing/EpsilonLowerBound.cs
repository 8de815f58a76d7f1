using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>What an attack's hits prove about ε, with a stated confidence.</summary>
/// <remarks>
/// ln((TPR − δ)/FPR) with Clopper-Pearson limits of half the error each, in both directions (a record found, its absence found). Sources: Jagielski, Ullman, Oprea,
/// arXiv:2006.07709; Kairouz, Oh, Viswanath, arXiv:1311.0776.
/// </remarks>
public static class EpsilonLowerBound
{
    /// <summary>The bound, at least 0.</summary>
    /// <param name="truePositives">Runs with the record in which the attack says so.</param>
    /// <param name="positives">Runs with the record, at least 1.</param>
    /// <param name="falsePositives">Runs without it in which the attack says that it is there.</param>
    /// <param name="negatives">Runs without it, at least 1.</param>
    /// <param name="delta">0 to below 1.</param>
    /// <param name="confidence">Default 0.95, legal 0.5 to 0.999999999999.</param>
    public static double Of(int truePositives, int positives, int falsePositives, int negatives, double delta = 0, double confidence = 0.95)
    {
        Require.InRange(delta, 0, 1);
        return Of(RateLimits.Of(truePositives, positives, falsePositives, negatives, confidence), delta);
    }

    internal static double Of(RateLimits limits, double delta)
    {
        var (found, wrong) = limits;
        // Both directions use the same two limits, so that no more confidence is spent.
        return Math.Max(0, Math.Max(Ratio(found - delta, wrong), Ratio(1 - wrong - delta, 1 - found)));

        static double Ratio(double above, double below) => above <= 0 ? 0 : PortableMath.Log(above) - PortableMath.Log(below);
    }

    /// <summary>What a perfect attack would prove: no audit of this size can show more.</summary>
    /// <param name="runs">Per side, at least 1.</param>
    /// <param name="delta">0 to below 1.</param>
    /// <param name="confidence">As above.</param>
    public static double Ceiling(int runs, double delta = 0, double confidence = 0.95) => Of(runs, runs, 0, runs, delta, confidence);
}
