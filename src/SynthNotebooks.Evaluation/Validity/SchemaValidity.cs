using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Validity;

/// <summary>Schema: share of filled cells that are what the real column holds: numbers in a number column, whole ones where all are whole, dates in a date column; mean over columns.</summary>
/// <remarks>1 = every cell is of its column's type. A column without filled cells leaves the mean; categories are text of any kind and count as valid. Time O(n).</remarks>
[Metric("schema-validity", Better.Higher, Min = 0, Max = 1, Title = "Cells of the column's type", MarginalsOnly = true, Group = MetricGroup.Validity)]
public sealed class SchemaValidity : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison)
    {
        var sum = 0.0;
        var used = 0;
        for (var i = 0; i < comparison.Tables.Columns; i++)
        {
            var (real, other) = (comparison.Real(i), comparison.Other(i));
            var filled = Filled(comparison.Tables.Frames[comparison.Table + 1].Columns[real.Reading.Name]);
            if (filled == 0) continue;
            var whole = real.Reading.Measure == Reading.ColumnMeasure.Number && Array.TrueForAll(real.Sorted, IsWhole);
            var valid = real.IsNumeric ? whole ? Array.FindAll(other.Sorted, IsWhole).Length : other.Present : filled;
            sum += Math.Min(1, (double)valid / filled);
            used++;
        }
        return used > 0 ? new(sum / used, Rows: comparison.Rows) : new(null, Rows: comparison.Rows, Undefined: "no column has a filled cell");
    }

    private static bool IsWhole(double value) => value == Math.Floor(value);

    // Cells that hold something, be it readable or not.
    private static int Filled(Column column)
    {
        if (column is not TextColumn text) return column.Length - column.NullCount;
        var blank = new bool[text.Categories.Count];
        for (var i = 0; i < blank.Length; i++) blank[i] = string.IsNullOrWhiteSpace(text.Categories[i]);
        var filled = 0;
        foreach (var code in text.Codes)
            if (code >= 0 && !blank[code]) filled++;
        return filled;
    }
}
