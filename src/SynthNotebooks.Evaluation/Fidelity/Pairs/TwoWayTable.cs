using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>How many rows fall into each cell of a two-way table.</summary>
/// <remarks>Counts stand in a dense array up to a million cells; beyond that as sorted keys, so that columns of high cardinality fit in memory.</remarks>
internal sealed class TwoWayTable
{
    private const long MostDenseCells = 1 << 20;

    private static readonly double[] KnownTimesLog = [0, .. Enumerable.Range(1, 4095).Select(count => count * PortableMath.Log(count))]; // n log n of most counts

    private readonly int[] _dense; // empty when the table is sparse
    private readonly long[] _keys; // ascending
    private readonly int[] _counts;
    private readonly int _height, _width;

    private TwoWayTable(int[] dense, long[] keys, int[] counts, int height, int width, int rows) =>
        (_dense, _keys, _counts, _height, _width, Rows) = (dense, keys, counts, height, width, rows);

    public int Rows { get; }

    /// <param name="first">A code below <paramref name="firstCells"/> a row.</param>
    /// <param name="firstCells">Number of codes of the first column.</param>
    /// <param name="second">As long as <paramref name="first"/>.</param>
    /// <param name="secondCells">Number of codes of the second column.</param>
    public static TwoWayTable Of(ReadOnlySpan<int> first, int firstCells, ReadOnlySpan<int> second, int secondCells)
    {
        if ((long)firstCells * secondCells > MostDenseCells) return Sparse(first, firstCells, second, secondCells);
        var dense = new int[firstCells * secondCells];
        for (var i = 0; i < first.Length; i++) dense[first[i] * secondCells + second[i]]++;
        return new(dense, [], [], firstCells, secondCells, first.Length);
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
        var (rows, columns) = Margins();
        var sides = Math.Min(InUse(rows), InUse(columns));
        if (sides < 2) return null;
        var sum = 0.0; // χ²/n = Σ o² / (row · column) − 1
        for (int row = 0, at = 0; at < _dense.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
                if (_dense[at++] is > 0 and var count) sum += (double)count * count / ((double)rows[row] * columns[column]);
        }
        for (var i = 0; i < _keys.Length; i++) sum += (double)_counts[i] * _counts[i] / ((double)rows[_keys[i] / _width] * columns[_keys[i] % _width]);
        return Math.Sqrt(Math.Clamp((sum - 1) / (sides - 1), 0, 1));
    }

    /// <summary>Mutual information as a share of the geometric mean of the two entropies.</summary>
    /// <returns>0 to 1; null when a side has fewer than two codes in use.</returns>
    /// <remarks>Source: Strehl, Ghosh, J. Mach. Learn. Res. 3, 2002, section 3.3.</remarks>
    public double? NormalisedInformation()
    {
        var (rows, columns) = Margins();
        if (InUse(rows) < 2 || InUse(columns) < 2) return null;
        var joint = 0.0; // Σ o log o, and the same of the sides below
        foreach (var count in _dense)
            if (count > 0) joint += TimesLog(count);
        foreach (var count in _counts) joint += TimesLog(count);
        var all = TimesLog(Rows);
        double first = all - WeightedLogs(rows), second = all - WeightedLogs(columns);
        return Math.Clamp((first + second - (all - joint)) / Math.Sqrt(first * second), 0, 1);
    }

    private static double WeightedLogs(ReadOnlySpan<int> counts)
    {
        var sum = 0.0;
        foreach (var count in counts)
            if (count > 0) sum += TimesLog(count);
        return sum;
    }

    private static double TimesLog(int count) => count < KnownTimesLog.Length ? KnownTimesLog[count] : count * PortableMath.Log(count);

    private static int InUse(ReadOnlySpan<int> counts) => counts.Length - counts.Count(0);

    // Rows of each code of the first column, and of the second.
    private (int[] Rows, int[] Columns) Margins()
    {
        int[] rows = new int[_height], columns = new int[_width];
        for (int row = 0, at = 0; at < _dense.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var count = _dense[at++];
                rows[row] += count;
                columns[column] += count;
            }
        }
        for (var i = 0; i < _keys.Length; i++)
        {
            rows[_keys[i] / _width] += _counts[i];
            columns[_keys[i] % _width] += _counts[i];
        }
        return (rows, columns);
    }

    private static TwoWayTable Sparse(ReadOnlySpan<int> first, int height, ReadOnlySpan<int> second, int width)
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
        return new([], keys, counts, height, width, first.Length);
    }
}
