using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Spearman's rank correlation: Pearson's r of the mid-ranks over the rows where both cells are present.</summary>
/// <remarks>O(n + distinct values), the order of the values being known. Source: Spearman, Am. J. Psychol. 15(1), 1904, doi:10.2307/1412159.</remarks>
internal static class RankCorrelation
{
    /// <param name="a">Places of the first column's values.</param>
    /// <param name="b">Places of the second column's values, as many.</param>
    /// <returns>−1 to 1; null with fewer than two complete rows or where either is constant over them.</returns>
    public static double? Of(ValuePlaces a, ValuePlaces b)
    {
        int[] countsA = new int[a.Distinct], countsB = new int[b.Distinct];
        for (var i = 0; i < a.Places.Length; i++)
        {
            if (a.Places[i] < 0 || b.Places[i] < 0) continue;
            countsA[a.Places[i]]++;
            countsB[b.Places[i]]++;
        }
        double[] ranksA = MidRanks(countsA), ranksB = MidRanks(countsB), x = new double[a.Places.Length], y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var complete = a.Places[i] >= 0 && b.Places[i] >= 0;
            (x[i], y[i]) = complete ? (ranksA[a.Places[i]], ranksB[b.Places[i]]) : (double.NaN, double.NaN);
        }
        return PearsonCorrelation.Of(x, y);
    }

    private static double[] MidRanks(int[] counts)
    {
        var ranks = new double[counts.Length];
        var below = 0L;
        for (var place = 0; place < counts.Length; place++)
        {
            ranks[place] = below + (counts[place] + 1) / 2.0;
            below += counts[place];
        }
        return ranks;
    }
}
