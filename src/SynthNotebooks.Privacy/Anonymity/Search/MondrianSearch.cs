namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Cuts the table again and again at the median of the widest quasi-identifier while both halves meet the models.</summary>
/// <remarks>
/// Strict: equal values stay on one side. Relaxed: rows at the median may go to either side, so that halves are of equal size. Cost: O(rows × columns × depth).
/// Source: LeFevre, DeWitt, Ramakrishnan, ICDE 2006, doi:10.1109/ICDE.2006.101.
/// </remarks>
internal sealed class MondrianSearch(QuasiTable table, IReadOnlyList<IClassTest> tests, bool relaxed, bool narrowestFirst, CancellationToken cancellation)
{
    private readonly List<int[]> _done = [];

    /// <summary>The classes; null when even the whole table does not meet the models.</summary>
    public IReadOnlyList<int[]>? Run()
    {
        var all = new int[table.Rows];
        for (var row = 0; row < all.Length; row++) all[row] = row;
        if (!Holds(all)) return null;
        var pending = new Stack<int[]>();
        pending.Push(all);
        while (pending.TryPop(out var rows))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Cut(rows) is not var (left, right))
            {
                _done.Add(rows);
                continue;
            }
            pending.Push(right);
            pending.Push(left);
        }
        return _done;
    }

    private (int[] Left, int[] Right)? Cut(int[] rows)
    {
        if (rows.Length < 2) return null;
        var columns = new (double Width, int Column)[table.Columns.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = (Width(i, rows), i);
        Array.Sort(columns, (a, b) => a.Width != b.Width ? (narrowestFirst ? a.Width.CompareTo(b.Width) : b.Width.CompareTo(a.Width)) : a.Column.CompareTo(b.Column));
        foreach (var (width, column) in columns)
        {
            if (width <= 0) continue;
            var (left, right) = relaxed ? HalfBySize(rows, column) : HalfByValue(rows, column);
            if (left.Length > 0 && right.Length > 0 && Holds(left) && Holds(right)) return (left, right);
        }
        return null;
    }

    // The share of the column's places that the rows span.
    private double Width(int column, int[] rows)
    {
        var places = table.Columns[column].Places;
        int low = int.MaxValue, high = -1;
        foreach (var row in rows)
        {
            var place = places[table.Columns[column].Codes[row]];
            (low, high) = (Math.Min(low, place), Math.Max(high, place));
        }
        return (double)(high - low) / Math.Max(1, places.Length - 1);
    }

    private (int[] Left, int[] Right) HalfBySize(int[] rows, int column)
    {
        var sorted = Sorted(rows, column);
        return (sorted[..(sorted.Length / 2)], sorted[(sorted.Length / 2)..]);
    }

    // The cut between two values that is nearest to the middle.
    private (int[] Left, int[] Right) HalfByValue(int[] rows, int column)
    {
        var sorted = Sorted(rows, column);
        var (codes, middle) = (table.Columns[column].Codes, sorted.Length / 2);
        int below = middle, above = middle;
        while (below > 0 && codes[sorted[below]] == codes[sorted[below - 1]]) below--;
        while (above < sorted.Length && codes[sorted[above]] == codes[sorted[above - 1]]) above++;
        var cut = below > 0 && (above == sorted.Length || middle - below <= above - middle) ? below : above;
        return (sorted[..cut], sorted[cut..]);
    }

    private int[] Sorted(int[] rows, int column)
    {
        var (places, codes) = (table.Columns[column].Places, table.Columns[column].Codes);
        var keys = new long[rows.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (long)places[codes[rows[i]]] << 32 | (uint)rows[i];
        Array.Sort(keys);
        var sorted = new int[keys.Length];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = (int)(uint)keys[i];
        return sorted;
    }

    private bool Holds(int[] rows)
    {
        foreach (var test in tests)
            if (!test.Holds(rows, rows.Length)) return false;
        return true;
    }
}
