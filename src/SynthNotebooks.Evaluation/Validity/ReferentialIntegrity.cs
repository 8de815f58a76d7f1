using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Validity;

/// <summary>Referential integrity: share of present key cells whose value occurs in the table they refer to; mean over the foreign keys.</summary>
/// <remarks>
/// 1 = every reference leads somewhere, 0 = none does. Synthetic rows are looked up in the synthetic parent, the ceiling and the floor in the real
/// one. Numbers are equal however they are spelled. Needs <see cref="EvaluationOptions.ForeignKeys"/>. Time O(rows of both tables).
/// Source: Codd, Commun. ACM 13(6), 1970, doi:10.1145/362384.362685.
/// </remarks>
[Metric("referential-integrity", Better.Higher, Min = 0, Max = 1, Title = "Referential integrity", MarginalsOnly = true, Group = MetricGroup.Validity)]
public sealed class ReferentialIntegrity : IComparisonMetric
{
    /// <summary>Share of the present cells of a key that occur in the column it refers to.</summary>
    /// <param name="child">The referring column.</param>
    /// <param name="parent">The column that is referred to.</param>
    /// <returns>0 to 1; null when the child has no value.</returns>
    public static double? Score(Column child, Column parent)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        var book = new LabelBook(ColumnContent.Of(parent).AllNumbers);
        var known = new bool[book.Read(parent) is var parents ? book.Cells : 0];
        foreach (var code in parents) known[code] = true;
        int present = 0, found = 0;
        foreach (var code in book.Read(child))
        {
            if (code == 0) continue;
            present++;
            if (code < known.Length && known[code]) found++;
        }
        return present == 0 ? null : (double)found / present;
    }

    MetricValue IComparisonMetric.Compute(TableComparison comparison)
    {
        var keys = comparison.Options.ForeignKeys;
        if (keys.Count == 0) return new(null, Rows: comparison.Rows, Undefined: "no foreign keys were given");
        var frame = comparison.Tables.Frames[comparison.Table + 1];
        var sum = 0.0;
        var used = 0;
        foreach (var key in keys)
        {
            var parent = comparison.Table == 0 ? key.SyntheticParent : key.RealParent;
            if (Score(frame.Columns[key.Column], parent.Columns[key.ParentColumn]) is not { } one) continue;
            sum += one;
            used++;
        }
        return used > 0 ? new(sum / used, Rows: comparison.Rows) : new(null, Rows: comparison.Rows, Undefined: "no key column has a value");
    }
}
