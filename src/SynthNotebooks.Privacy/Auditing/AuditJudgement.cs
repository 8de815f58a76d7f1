namespace SynthNotebooks.Privacy;

/// <summary>What scores of runs on two neighbours say about a claim: a threshold chosen on some runs, a bound counted on others.</summary>
/// <param name="claim">The claim under test.</param>
/// <param name="delta">δ at which it is tested.</param>
/// <param name="confidence">Of the bound.</param>
public sealed class AuditJudgement(PrivacyClaim claim, double delta, double confidence)
{
    private const int MostThresholds = 200;

    // A pure claim is tested as such; of one by zCDP the loss of all orders is looked at too.
    private readonly bool _isConcentrated = double.IsInfinity(claim.PureEpsilon) && double.IsFinite(claim.Rho) && delta > 0;

    /// <summary>Judges.</summary>
    /// <param name="choosing">Scores of the first table and of the second, in any order; they choose the threshold. Sorted in place.</param>
    /// <param name="counting">Scores of other runs, which alone make the bound. Sorted in place.</param>
    /// <exception cref="ArgumentException">The claim has no ε at δ, or a side has no runs.</exception>
    public AuditResult Of((long[] First, long[] Second) choosing, (long[] First, long[] Second) counting)
    {
        ArgumentNullException.ThrowIfNull(choosing.First);
        ArgumentNullException.ThrowIfNull(choosing.Second);
        ArgumentNullException.ThrowIfNull(counting.First);
        ArgumentNullException.ThrowIfNull(counting.Second);
        var claimed = claim.Epsilon(delta);
        if (double.IsPositiveInfinity(claimed)) throw new ArgumentException($"The claim ({claim}) has no epsilon at delta {delta}; take a larger delta.", nameof(choosing));
        foreach (var side in new[] { choosing.First, choosing.Second, counting.First, counting.Second })
        {
            if (side.Length == 0) throw new ArgumentException("An audit needs runs on both sides, to choose and to count.", nameof(counting));
            Array.Sort(side);
        }
        var threshold = Choose(choosing.First, choosing.Second);
        var (bound, rho) = Bound(CountFrom(counting.First, threshold), counting.First.Length, CountFrom(counting.Second, threshold), counting.Second.Length);
        var ceiling = Bound(counting.First.Length, counting.First.Length, 0, counting.Second.Length).Epsilon;
        return new(claimed, bound, ceiling, delta, confidence, Math.Min(counting.First.Length, counting.Second.Length), threshold, _isConcentrated ? claim.Rho : double.PositiveInfinity, rho);
    }

    // Both bounds follow from the same two limits, so they hold together at the confidence.
    private (double Epsilon, double Rho) Bound(int found, int positives, int wrong, int negatives)
    {
        var limits = RateLimits.Of(found, positives, wrong, negatives, confidence);
        var direct = EpsilonLowerBound.Of(limits, delta);
        if (!_isConcentrated) return (direct, 0);
        var rho = RhoLowerBound.Of(limits);
        return (Math.Max(direct, ZeroConcentratedAccountant.Epsilon(rho, delta)), rho);
    }

    // The threshold whose bound is best on the runs for choosing.
    private long Choose(long[] first, long[] second)
    {
        long[] seen = [.. first.Concat(second).Distinct().Order()];
        var stride = Math.Max(1, seen.Length / MostThresholds);
        var (best, bound) = (seen[^1], -1.0);
        for (var i = 0; i < seen.Length; i += stride)
        {
            var value = Bound(CountFrom(first, seen[i]), first.Length, CountFrom(second, seen[i]), second.Length).Epsilon;
            if (value > bound) (best, bound) = (seen[i], value);
        }
        return best;
    }

    private static int CountFrom(long[] sorted, long threshold)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] >= threshold) high = middle;
            else low = middle + 1;
        }
        return sorted.Length - low;
    }
}
