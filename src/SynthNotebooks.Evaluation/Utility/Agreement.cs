using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>How alike two models are.</summary>
internal static class Agreement
{
    /// <summary>The table whose model is compared with the real one's: as a ceiling other real rows, drawn from the real table.</summary>
    public static StudyTable Compared(StudyTable table) => table == StudyTable.Ceiling ? StudyTable.Resampled : table;

    /// <summary>Correlation of ranks, ties at their mean rank; null when one side has no two different values.</summary>
    public static double? Spearman(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double[] a = Ranks(first), b = Ranks(second);
        double mean = (a.Length + 1) / 2.0, product = 0, left = 0, right = 0; // multiples of a quarter: exact
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            left += (a[i] - mean) * (a[i] - mean);
            right += (b[i] - mean) * (b[i] - mean);
        }
        return left > 0 && right > 0 ? Math.Clamp(product / Math.Sqrt(left * right), -1, 1) : null;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start; end < sorted.Length && sorted[end] == sorted[start];) end++;
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
        }
        return ranks;
    }
}
