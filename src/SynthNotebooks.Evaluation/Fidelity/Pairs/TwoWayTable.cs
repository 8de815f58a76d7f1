using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>How many rows fall into each cell of a two-way table.</summary>
/// <remarks>Counts stand in a dense array up to a million cells; beyond that as sorted keys, so that columns of high cardinality fit in memory.</remarks>
internal sealed class TwoWayTable
{
    private const long MostDenseCells = 1 << 20;

    private readonly int[] _dense; // empty when the table is sparse
    private readonly long[] _keys; // ascending
    private readonly int[] _counts;
    private readonly int _width;

    private TwoWayTable(int[] dense, long[] keys, int[] counts, int width, int rows) =>
        (_dense, _keys, _counts, _width, Rows) = (dense, keys, counts, width, rows);

    public int Rows { get; }

    /// <param name="first">A code below <paramref name="firstCells"/> a row.</param>
    /// <param name="firstCells">Number of codes of the first column.</param>
    /// <param name="second">As long as <paramref name="first"/>.</param>
    /// <param name="secondCells">Number of codes of the second column.</param>
    public static TwoWayTable Of(ReadOnlySpan<int> first, int firstCells, ReadOnlySpan<int> second, int secondCells)
    {
        if ((long)firstCells * secondCells > MostDenseCells) return Sparse(first, second, secondCells);
        var dense = new int[firstCells * secondCells];
        for (var i = 0; i < first.Length; i++) dense[first[i] * secondCells + second[i]]++;
        return new(dense, [], [], secondCells, first.Length);
    }

    /// <summary>1 − total-variation distance of the two tables' cell frequencies; both have the same codes.</summary>
    public double Similarity(TwoWayTable other)
    {
        long n = Rows, m = other.Rows;
        var sum = 0UL; // in units of 1 / (n m): exact, whatever the order of the cells
        if (_dense.Length > 0)
        {
            for (var i = 0; i < _dense.Length; i++) sum += (ulong)Math.Abs(_dense[i] * m - other._dense[i] * n);
            return 1 - sum / (2.0 * n * m);
        }
        for (int i = 0, j = 0; i < _keys.Length || j < other._keys.Length;)
        {
            var a = i < _keys.Length ? _keys[i] : long.MaxValue;
            var b = j < other._keys.Length ? other._keys[j] : long.MaxValue;
            var here = a <= b ? _counts[i++] : 0;
            var there = b <= a ? other._counts[j++] : 0;
            sum += (ulong)Math.Abs(here * m - there * n);
        }
        return 1 - sum / (2.0 * n * m);
    }

    /// <summary>Cramér's V without correction for bias.</summary>
    /// <returns>0 to 1; null when a side has fewer than two codes in use.</returns>
    /// <remarks>Source: Cramér, Mathematical Methods of Statistics, 1946, section 21.9.</remarks>
    public double? CramersV()
    {
        var rows = new Dictionary<int, long>();
        var columns = new Dictionary<int, long>();
        foreach (var (row, column, count) in Cells())
        {
            rows[row] = rows.GetValueOrDefault(row) + count;
            columns[column] = columns.GetValueOrDefault(column) + count;
        }
        var sides = Math.Min(rows.Count, columns.Count);
        if (sides < 2) return null;
        var sum = 0.0; // χ²/n = Σ o² / (row · column) − 1
        foreach (var (row, column, count) in Cells()) sum += (double)count * count / ((double)rows[row] * columns[column]);
        return Math.Sqrt(Math.Clamp((sum - 1) / (sides - 1), 0, 1));
    }

    /// <summary>Mutual information as a share of the geometric mean of the two entropies.</summary>
    /// <returns>0 to 1; null when a side has fewer than two codes in use.</returns>
    /// <remarks>Source: Strehl, Ghosh, J. Mach. Learn. Res. 3, 2002, section 3.3.</remarks>
    public double? NormalisedInformation()
    {
        var rows = new SortedDictionary<int, long>();
        var columns = new SortedDictionary<int, long>();
        var joint = 0.0; // Σ o log o, and the same of the sides below
        foreach (var (row, column, count) in Cells())
        {
            rows[row] = rows.GetValueOrDefault(row) + count;
            columns[column] = columns.GetValueOrDefault(column) + count;
            joint += count * PortableMath.Log(count);
        }
        if (rows.Count < 2 || columns.Count < 2) return null;
        var all = Rows * PortableMath.Log(Rows);
        double first = all - WeightedLogs(rows), second = all - WeightedLogs(columns);
        return Math.Clamp((first + second - (all - joint)) / Math.Sqrt(first * second), 0, 1);

        static double WeightedLogs(SortedDictionary<int, long> counts)
        {
            var sum = 0.0;
            foreach (var count in counts.Values) sum += count * PortableMath.Log(count);
            return sum;
        }
    }

    private IEnumerable<(int Row, int Column, int Count)> Cells()
    {
        for (var i = 0; i < _dense.Length; i++)
            if (_dense[i] > 0) yield return (i / _width, i % _width, _dense[i]);
        for (var i = 0; i < _keys.Length; i++) yield return ((int)(_keys[i] / _width), (int)(_keys[i] % _width), _counts[i]);
    }

    private static TwoWayTable Sparse(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int width)
    {
        var keys = new long[first.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (long)first[i] * width + second[i];
        Array.Sort(keys);
        var counts = new int[keys.Length];
        var distinct = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[distinct - 1]) keys[distinct++] = keys[i];
            counts[distinct - 1]++;
        }
        Array.Resize(ref keys, distinct);
        Array.Resize(ref counts, distinct);
        return new([], keys, counts, width, first.Length);
    }
}
