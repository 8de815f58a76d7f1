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
        if (a.IsComplete && b.IsComplete) return PearsonCorrelation.Of(a.Whole.Ranks, a.Whole.Moments, b.Whole.Ranks, b.Whole.Moments);
        int[] countsA = new int[a.Distinct], countsB = new int[b.Distinct];
        for (var i = 0; i < a.Places.Length; i++)
        {
            if (a.Places[i] < 0 || b.Places[i] < 0) continue;
            countsA[a.Places[i]]++;
            countsB[b.Places[i]]++;
        }
        double[] ranksA = ValuePlaces.MidRanks(countsA), ranksB = ValuePlaces.MidRanks(countsB), x = new double[a.Places.Length], y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var complete = a.Places[i] >= 0 && b.Places[i] >= 0;
            (x[i], y[i]) = complete ? (ranksA[a.Places[i]], ranksB[b.Places[i]]) : (double.NaN, double.NaN);
        }
        return PearsonCorrelation.Of(x, y);
    }
}
