namespace SynthNotebooks.Learning;

/// <summary>The area under the receiver operating characteristic.</summary>
public static class RocCurve
{
    /// <summary>Probability that a positive scores above a negative, ties counting half; null when there is none of either.</summary>
    /// <param name="scores">One a row, no NaN; only their order counts.</param>
    /// <param name="positive">Whether each row is positive.</param>
    /// <remarks>Cost O(n log n). Source: Hanley, McNeil, Radiology 143(1), 1982, doi:10.1148/radiology.143.1.7063747.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static double? Area(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        if (scores.Length != positive.Length) throw new ArgumentException($"There are {positive.Length} labels for {scores.Length} scores.", nameof(positive));
        var sorted = scores.ToArray();
        var labels = positive.ToArray();
        Array.Sort(sorted, labels);
        if (sorted.Length > 0 && double.IsNaN(sorted[0])) throw new ArgumentException("A score is NaN.", nameof(scores));
        long negatives = 0, positives = 0;
        var doubled = 0L; // twice the number of pairs in the right order
        for (var start = 0; start < sorted.Length;)
        {
            long tiedPositives = 0, tiedNegatives = 0;
            var end = start;
            for (; end < sorted.Length && sorted[end] == sorted[start]; end++)
            {
                if (labels[end]) tiedPositives++;
                else tiedNegatives++;
            }
            doubled += tiedPositives * (2 * negatives + tiedNegatives);
            (positives, negatives, start) = (positives + tiedPositives, negatives + tiedNegatives, end);
        }
        return positives == 0 || negatives == 0 ? null : doubled / (2.0 * positives * negatives);
    }
}
