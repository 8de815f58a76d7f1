using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>Area under the ROC curve of a membership attack, with its standard error.</summary>
/// <param name="Value">Probability that a member scores above a non-member, ties counting half.</param>
/// <param name="StandardError">DeLong's; 0 when the scores separate the groups, or do not vary.</param>
/// <param name="Smaller">Records of the smaller group.</param>
/// <remarks>Cost O(n log n). Source: DeLong, DeLong, Clarke-Pearson, Biometrics 44(3), 1988, doi:10.2307/2531595.</remarks>
public sealed record AucEstimate(double Value, double StandardError, int Smaller)
{
    /// <summary>Estimates the area.</summary>
    /// <param name="members">Scores of members, at least one, finite.</param>
    /// <param name="others">Scores of non-members, at least one, finite.</param>
    public static AucEstimate Of(double[] members, double[] others)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(others);
        double[] ascending = [.. members], falling = [.. others];
        Array.Sort(ascending);
        Array.Sort(falling);
        var (mean, memberVariance) = Moments(members, falling, above: true);
        var (_, otherVariance) = Moments(others, ascending, above: false);
        return new(mean, Math.Sqrt(memberVariance / members.Length + otherVariance / others.Length), Math.Min(members.Length, others.Length));
    }

    /// <summary>The interval that holds the true area with probability 1 − alpha, default .95.</summary>
    /// <remarks>Normal; when the standard error is 0 because the groups are separated, the exact bound of an event that never happened.</remarks>
    public Interval Interval(double alpha = 0.05)
    {
        if (StandardError > 0)
        {
            var half = -PortableMath.NormalQuantile(alpha / 2) * StandardError;
            return new(Value, Math.Max(0, Value - half), Math.Min(1, Value + half));
        }
        var never = 1 - PortableMath.Exp(PortableMath.Log(alpha / 2) / Smaller);
        return Value > 0.999 ? new(Value, Math.Max(0.5, 1 - never), 1) : Value < 0.001 ? new(Value, 0, Math.Min(0.5, never)) : new(Value, Value, Value);
    }

    // Share of the other group that each score beats (or that beats it), ties half; its mean and its variance.
    private static (double Mean, double Variance) Moments(double[] scores, double[] sorted, bool above)
    {
        FixedOrderSum sum = new(), squares = new();
        var shares = new double[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            int below = Bound(sorted, scores[i], orEqual: false), upTo = Bound(sorted, scores[i], orEqual: true);
            var share = (below + upTo) / (2.0 * sorted.Length);
            sum.Add(shares[i] = above ? share : 1 - share);
        }
        var mean = sum.Value / shares.Length;
        foreach (var share in shares) squares.Add((share - mean) * (share - mean));
        return (mean, shares.Length > 1 ? squares.Value / (shares.Length - 1) : 0);
    }

    private static int Bound(double[] sorted, double value, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value || orEqual && sorted[middle] == value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
