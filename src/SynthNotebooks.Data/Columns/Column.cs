namespace SynthNotebooks.Data;

/// <summary>A named, immutable sequence of cells of one kind, any of which may be missing.</summary>
public abstract partial class Column
{
    private protected Column(string name, int length, ColumnFormat? format)
    {
        ArgumentNullException.ThrowIfNull(name);
        (Name, Length, Format) = (name, length, format ?? ColumnFormat.Default);
    }

    /// <summary>The column's name, unique in its frame.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Length { get; }

    /// <summary>How values are spelled in text.</summary>
    public ColumnFormat Format { get; }

    /// <summary>How cells are stored.</summary>
    public abstract ColumnKind Kind { get; }

    /// <summary>The .NET type of a cell that is not missing.</summary>
    public abstract Type DataType { get; }

    /// <summary>Number of missing cells.</summary>
    public abstract int NullCount { get; }

    /// <summary>The cell of a row as <see cref="DataType"/>; null when it is missing.</summary>
    public abstract object? this[int row] { get; }

    /// <summary>Whether a row is missing.</summary>
    public abstract bool IsNull(int row);

    /// <summary>The cell in invariant text as it is written to a file; null when it is missing.</summary>
    public abstract string? GetText(int row);

    /// <summary>Name, kind, length and the first five cells.</summary>
    public override string ToString() =>
        $"{Name} ({Kind.ToString().ToLowerInvariant()}, {Length} rows): {string.Join(", ", Enumerable.Range(0, Math.Min(Length, 5)).Select(row => GetText(row) ?? "<null>"))}{(Length > 5 ? ", ..." : "")}";

    /// <summary>The rows of the given numbers, in their order, with repeats.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>A run of rows.</summary>
    public abstract Column Slice(int start, int length);

    /// <summary>The same cells under another name.</summary>
    public abstract Column WithName(string name);

    /// <summary>The same cells with another spelling.</summary>
    public abstract Column WithFormat(ColumnFormat format);

    /// <summary>The same kind of columns, one after the other, under this column's name and format.</summary>
    /// <param name="parts">Columns of this column's kind, this one not implied.</param>
    internal abstract Column Concatenate(IReadOnlyList<Column> parts);

    /// <summary>
    /// Writes the cells as numbers: integers and reals as they are, booleans as 0 and 1, dates as days since 0001-01-01, time stamps as
    /// seconds since then; missing cells as NaN.
    /// </summary>
    /// <param name="destination">At least <see cref="Length"/> long.</param>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public abstract void CopyNumbers(Span<double> destination);

    /// <summary>A new array filled by <see cref="CopyNumbers"/>.</summary>
    public double[] ToNumbers()
    {
        var numbers = new double[Length];
        CopyNumbers(numbers);
        return numbers;
    }
}
