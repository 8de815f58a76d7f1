using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Every column as a few cells that the real table decides: what marginals are counted over.</summary>
/// <remarks>
/// A number is cut into 32 bins of equal width between the real extremes; whole numbers with at most 32 possible values keep them; values outside
/// go to the end bins, missing has a cell of its own. A category keeps the real table's values; unseen ones share a cell, missing has one.
/// </remarks>
internal sealed class WorkloadBins
{
    public const int Bins = 32;

    private readonly int[][] _codes; // by column

    private WorkloadBins(int[][] codes, int[] cells) => (_codes, Cells) = (codes, cells);

    /// <summary>Number of cells of each column.</summary>
    public int[] Cells { get; }

    public int[] Codes(int column) => _codes[column];

    /// <summary>The real table's cells.</summary>
    public static WorkloadBins OfReal(TableSet tables) => tables.Shared.Once(typeof(WorkloadBins), () => Of(tables, tables.Real));

    /// <summary>The compared table's cells.</summary>
    public static WorkloadBins OfOther(TableSet tables, int table) => tables.All.Once((typeof(WorkloadBins), table), () => Of(tables, column => tables.Other(column, table)));

    /// <summary>The mean over columns of a score of two rows of counts.</summary>
    /// <param name="comparison">The tables.</param>
    /// <param name="score">Counts of the same cells, real and other; null where it has no meaning.</param>
    public static MetricValue MeanOfCounts(TableComparison comparison, Func<int[], int[], double?> score)
    {
        WorkloadBins real = OfReal(comparison.Tables), other = OfOther(comparison.Tables, comparison.Table);
        var sum = 0.0;
        var used = 0;
        for (var i = 0; i < comparison.Tables.Columns; i++)
        {
            comparison.Options.Cancellation.ThrowIfCancellationRequested();
            if (score(real.Counts(i), other.Counts(i)) is not { } one) continue;
            sum += one;
            used++;
        }
        return used > 0 ? new(sum / used, Rows: comparison.Rows)
            : new(null, Rows: comparison.Rows, Undefined: comparison.Tables.Columns == 0 ? "no column takes part" : "every column is constant in both tables");
    }

    /// <summary>Rows of each cell of a column.</summary>
    public int[] Counts(int column)
    {
        var counts = new int[Cells[column]];
        foreach (var code in _codes[column]) counts[code]++;
        return counts;
    }

    private static WorkloadBins Of(TableSet tables, Func<int, ColumnView> view)
    {
        var codes = new int[tables.Columns][];
        var cells = new int[tables.Columns];
        Parallel.For(0, codes.Length, TableSet.Parallelism(tables.Options), i =>
            (codes[i], cells[i]) = tables.Real(i).IsNumeric ? Numbers(tables.Real(i).Sorted, view(i).Numbers) : Categories(tables.Real(i).Counts, view(i).Codes));
        return new(codes, cells);
    }

    private static (int[] Codes, int Cells) Numbers(double[] real, double[] numbers)
    {
        double low = real.Length > 0 ? real[0] : 0, high = real.Length > 0 ? real[^1] : 1;
        var span = high - low;
        var kept = span + 1 <= Bins && real.Length > 0 && Array.TrueForAll(real, value => value == Math.Round(value));
        var bins = kept ? (int)span + 1 : Bins;
        // A range beyond double precision is halved; otherwise the division is the published one to the last bit.
        var shrink = double.IsFinite(span) ? 1 : 0.5;
        var width = span == 0 ? 1 : high * shrink - low * shrink;
        var codes = new int[numbers.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            var value = numbers[row];
            if (double.IsNaN(value)) codes[row] = bins;
            else codes[row] = (int)Math.Clamp(kept ? Math.Floor(value - low) : Math.Floor((value * shrink - low * shrink) / width * bins), 0, bins - 1);
        }
        return (codes, bins + 1);
    }

    private static (int[] Codes, int Cells) Categories(int[] real, int[] codes)
    {
        var map = new int[real.Length];
        var seen = 0;
        for (var code = 1; code < real.Length; code++)
            if (real[code] > 0) map[code] = seen++;
        for (var code = 1; code < real.Length; code++)
            if (real[code] == 0) map[code] = seen;
        map[0] = seen + 1;
        return (Array.ConvertAll(codes, code => map[code]), seen + 2);
    }
}
