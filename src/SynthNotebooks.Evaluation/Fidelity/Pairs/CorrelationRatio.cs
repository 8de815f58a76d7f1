using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Correlation ratio η of a category and a number: the root of the share of the number's variance that the category's means explain.</summary>
/// <remarks>Three passes, O(n + categories). Source: Fisher, Statistical Methods for Research Workers, 1925, section 45.</remarks>
internal static class CorrelationRatio
{
    /// <param name="codes">The category of each row, 0 where missing.</param>
    /// <param name="cells">Number of codes.</param>
    /// <param name="numbers">As long as the codes, NaN where missing.</param>
    /// <returns>0 to 1; null with fewer than two categories or a constant number over the complete rows.</returns>
    public static double? Of(ReadOnlySpan<int> codes, int cells, ReadOnlySpan<double> numbers)
    {
        var sums = new double[cells];
        var counts = new int[cells];
        double total = 0, first = double.NaN;
        int rows = 0, groups = 0;
        var varies = false;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == 0 || double.IsNaN(numbers[i])) continue;
            if (rows++ == 0) first = numbers[i];
            varies |= numbers[i] != first;
            total += numbers[i];
            if (counts[codes[i]]++ == 0) groups++;
        }
        if (groups < 2 || !varies) return null;
        double mean = total / rows, all = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == 0 || double.IsNaN(numbers[i])) continue;
            var centred = numbers[i] - mean; // sums of centred numbers keep their digits
            sums[codes[i]] += centred;
            all += centred * centred;
        }
        return Root(sums, counts, all);
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{int}, int, ReadOnlySpan{double})"/> of a category and a number of one table; one pass, to the same bits, where no cell is missing.</summary>
    public static double? Of(ColumnView category, int cells, ColumnView number)
    {
        if (!category.IsComplete || !number.IsComplete) return Of(category.Codes, cells, number.Numbers);
        if (!number.Moments.Varies || category.Counts.AsSpan().Count(0) > cells - 2) return null;
        var sums = new double[cells];
        var mean = number.Moments.Mean;
        ReadOnlySpan<int> codes = category.Codes;
        ReadOnlySpan<double> numbers = number.Numbers.AsSpan(0, codes.Length);
        for (var i = 0; i < codes.Length; i++) sums[codes[i]] += numbers[i] - mean;
        return Root(sums, category.Counts, number.Moments.Squares);
    }

    private static double? Root(ReadOnlySpan<double> sums, ReadOnlySpan<int> counts, double all)
    {
        var between = 0.0;
        for (var code = 1; code < sums.Length; code++)
            if (counts[code] > 0) between += sums[code] * sums[code] / counts[code];
        var share = between / all;
        return double.IsFinite(share) ? Math.Sqrt(Math.Clamp(share, 0, 1)) : null;
    }
}
