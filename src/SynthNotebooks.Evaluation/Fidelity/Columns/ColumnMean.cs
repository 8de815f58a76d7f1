using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>The mean of a score over columns; no column is dropped in silence.</summary>
internal static class ColumnMean
{
    /// <param name="comparison">The two tables.</param>
    /// <param name="counts">Whether a column is of the kind that has the score.</param>
    /// <param name="score">The score of the real and the other column, both with values; null where the real column has none (e.g. it is constant).</param>
    /// <param name="none">The reason when no column is of the kind.</param>
    /// <param name="emptied">The worst score, given to a column that the other table left empty; null when there is no worst, so that the mean is undefined.</param>
    public static MetricValue Of(TableComparison comparison, Func<ColumnView, bool> counts, Func<ColumnView, ColumnView, double?> score, string none, double? emptied)
    {
        double sum = 0;
        int used = 0, ofKind = 0;
        for (var i = 0; i < comparison.Tables.Columns; i++)
        {
            comparison.Options.Cancellation.ThrowIfCancellationRequested();
            ColumnView real = comparison.Real(i), other = comparison.Other(i);
            if (!counts(real)) continue;
            ofKind++;
            if (real.Present == 0) continue;
            var one = other.Present == 0 ? emptied : score(real, other);
            if (other.Present == 0 && one is null) return Undefined(comparison, $"column '{real.Reading.Name}' has no value in the compared table that can be read as the real one's");
            if (one is null) continue;
            if (!double.IsFinite(one.Value)) return Undefined(comparison, $"column '{real.Reading.Name}' holds numbers whose sums are beyond the range of double precision");
            sum += one.Value;
            used++;
        }
        return used > 0 ? new(sum / used, Rows: comparison.Rows) : Undefined(comparison, ofKind == 0 ? none : "every such column of the real table is empty or constant");
    }

    public static MetricValue OfNumbers(TableComparison comparison, Func<ColumnView, ColumnView, double?> score, double? emptied = null) =>
        Of(comparison, column => column.IsNumeric, score, "no column is a number or a date", emptied);

    private static MetricValue Undefined(TableComparison comparison, string reason) => new(null, Rows: comparison.Rows, Undefined: reason);
}
