using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Columns;

namespace SynthNotebooks.Evaluation.Constraints;

/// <summary>How like two columns are distributed, missing cells aside.</summary>
internal static class ColumnSimilarity
{
    /// <summary>1 − KS for numbers, 1 − TV for others; null when a column has no cell.</summary>
    public static double? Of(Column real, Column synthetic, bool isNumeric)
    {
        if (real.NullCount == real.Length || synthetic.NullCount == synthetic.Length) return null;
        if (isNumeric) return KolmogorovSmirnov.Score(Present(real), Present(synthetic));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var (a, b) = (Counts(real, places), Counts(synthetic, places));
        return TotalVariation.Score(Padded(a, places.Count), Padded(b, places.Count));
    }

    private static double[] Present(Column column) => [.. column.ToNumbers().Where(number => !double.IsNaN(number))];

    private static List<int> Counts(Column column, Dictionary<string, int> places)
    {
        var counts = new List<int>(new int[places.Count]);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.GetText(row) is not { } text) continue;
            if (!places.TryGetValue(text, out var place)) places.Add(text, place = places.Count);
            while (counts.Count <= place) counts.Add(0);
            counts[place]++;
        }
        return counts;
    }

    private static int[] Padded(List<int> counts, int length) => [.. counts, .. new int[length - counts.Count]];
}
