using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>A column whose cells are repeated.</summary>
/// <param name="Marginal">Says how cells are made: its ids and texts anew, numbers of its range and grid.</param>
/// <param name="Values">The distinct values; null when cells are made anew.</param>
/// <param name="Codes">Number of each row's value, that of the missing cell after the last.</param>
/// <param name="Range">The column's range as a uniform marginal, for numbers that are smoothed; null for other columns.</param>
internal sealed record ResampledColumn(Marginal Marginal, CategoryMarginal? Values, int[] Codes, NumericMarginal? Range)
{
    public static ResampledColumn Of(Column column, Marginal marginal)
    {
        ArgumentNullException.ThrowIfNull(column);
        var values = marginal is NumericMarginal or CategoryMarginal { Count: > 0 } ? CategoryMarginal.Of(column, 1) : null;
        var codes = new int[column.Length];
        if (values is null)
        {
            for (var row = 0; row < codes.Length; row++) codes[row] = column.IsNull(row) ? 1 : 0;
            return new(marginal, null, codes, null);
        }
        codes = RankScale.Of(values).AtomsOf(column);
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] < 0) codes[row] = values.Count;
        return new(marginal, values, codes, RangeOf(marginal));
    }

    /// <summary>Which of some rows are missing.</summary>
    public bool[] Missing(ReadOnlySpan<int> rows)
    {
        var missing = new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++) missing[i] = Codes[rows[i]] == (Values?.Count ?? 1);
        return missing;
    }

    /// <summary>The range of a numeric marginal as one even piece; null for other marginals.</summary>
    public static NumericMarginal? RangeOf(Marginal marginal)
    {
        if (marginal is not NumericMarginal numeric) return null;
        double low = numeric.Segments.Select(segment => segment.Start).FirstOrDefault(double.IsFinite, double.NaN), high = numeric.Segments.Select(segment => segment.End).LastOrDefault(double.IsFinite, double.NaN);
        return low < high && double.IsFinite(high - low) ? new(numeric.Template, [new(low, high, 1)], numeric.Grid, numeric.MissingRate) : null;
    }
}
