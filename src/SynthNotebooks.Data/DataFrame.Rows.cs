namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>The first rows, at most as many as there are.</summary>
    public DataFrame Head(int numberOfRows = 5) => Slice(0, (int)Math.Min(NotNegative(numberOfRows), Rows.Count));

    /// <summary>The last rows, at most as many as there are.</summary>
    public DataFrame Tail(int numberOfRows = 5)
    {
        var taken = (int)Math.Min(NotNegative(numberOfRows), Rows.Count);
        return Slice((int)Rows.Count - taken, taken);
    }

    /// <summary>Rows drawn without replacement, in random order; the same seed draws the same rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More rows than there are.</exception>
    public DataFrame Sample(int numberOfRows, ulong seed = 0)
    {
        if (NotNegative(numberOfRows) > Rows.Count)
            throw new ArgumentOutOfRangeException(nameof(numberOfRows), numberOfRows, $"The table has {Rows.Count} rows, and rows are drawn without replacement.");
        var random = new SplitRandom(seed).Split("sample");
        var rows = Ascending();
        for (var i = 0; i < numberOfRows; i++)
        {
            var other = i + random.NextBelow(rows.Length - i);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }
        return Take(rows.AsSpan(0, numberOfRows));
    }

    /// <summary>All rows in random order; the same seed gives the same order.</summary>
    public DataFrame Shuffle(ulong seed = 0)
    {
        var rows = Ascending();
        new SplitRandom(seed).Split("shuffle").Shuffle(rows.AsSpan());
        return Take(rows);
    }

    /// <summary>Rows in ascending order of the columns, the first named deciding first; equal rows keep their order, missing cells come last.</summary>
    /// <exception cref="ArgumentException">No such column.</exception>
    public DataFrame OrderBy(params IEnumerable<string> columns) => Sorted(columns, descending: false);

    /// <summary>Rows in descending order of the columns; equal rows keep their order, missing cells come last.</summary>
    /// <exception cref="ArgumentException">No such column.</exception>
    public DataFrame OrderByDescending(params IEnumerable<string> columns) => Sorted(columns, descending: true);

    /// <summary>Rows without a missing cell in the named columns, or in any when none is named.</summary>
    /// <exception cref="ArgumentException">No such column.</exception>
    public DataFrame DropNulls(params IEnumerable<string> columns)
    {
        var kept = new bool[Rows.Count];
        kept.AsSpan().Fill(true);
        foreach (var column in Named(columns))
        {
            if (column.NullCount == 0) continue;
            for (var row = 0; row < kept.Length; row++) kept[row] &= !column.IsNull(row);
        }
        return Filter(kept);
    }

    private DataFrame Sorted(IEnumerable<string> names, bool descending)
    {
        ArgumentNullException.ThrowIfNull(names);
        var columns = names.Select(name => Columns[name]).ToArray();
        if (columns.Length == 0) throw new ArgumentException("At least one column is needed to sort by.", nameof(names));
        var rows = Ascending();
        for (var i = columns.Length - 1; i >= 0; i--) SortKeys.Sort(columns[i], rows, descending); // stable, so the last sort decides first
        return Take(rows);
    }

    private Column[] Named(IEnumerable<string> names)
    {
        var named = names.Select(name => Columns[name]).ToArray();
        return named.Length > 0 ? named : [.. Columns];
    }

    private int[] Ascending()
    {
        var rows = new int[Rows.Count];
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        return rows;
    }

    private static int NotNegative(int numberOfRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numberOfRows);
        return numberOfRows;
    }
}
