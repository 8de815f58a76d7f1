namespace SynthNotebooks.Data;

/// <summary>A column of fixed-size values beside a mask of missing rows.</summary>
/// <typeparam name="T">What is stored.</typeparam>
public abstract class ValueColumn<T> : Column
    where T : unmanaged
{
    private protected ValueColumn(string name, ReadOnlyMemory<T> values, NullMask? nulls, ColumnFormat? format)
        : base(name, values.Length, format) => (Memory, Nulls) = (values, nulls ?? NullMask.None);

    /// <summary>The stored values, contiguous; what stands in a missing row is unspecified.</summary>
    public ReadOnlySpan<T> Values => Memory.Span;

    /// <summary>Which rows are missing.</summary>
    public NullMask Nulls { get; }

    /// <summary>The stored values as memory, for code that cannot hold a span.</summary>
    public ReadOnlyMemory<T> Memory { get; }

    /// <inheritdoc/>
    public override int NullCount => Nulls.Count;

    /// <inheritdoc/>
    public override bool IsNull(int row) => Nulls[row];

    /// <inheritdoc/>
    public sealed override Column Take(ReadOnlySpan<int> rows)
    {
        var values = new T[rows.Length];
        var source = Values;
        for (var i = 0; i < rows.Length; i++) values[i] = source[rows[i]];
        return With(Name, values, Nulls.Take(rows), Format);
    }

    /// <inheritdoc/>
    public sealed override Column Slice(int start, int length) =>
        With(Name, Memory.Slice(start, length), Nulls.Slice(start, length), Format);

    /// <inheritdoc/>
    public sealed override Column WithName(string name) => With(name, Memory, Nulls, Format);

    /// <inheritdoc/>
    public sealed override Column WithFormat(ColumnFormat format) => With(Name, Memory, Nulls, format);

    internal sealed override Column Concatenate(IReadOnlyList<Column> parts)
    {
        var total = 0;
        var anyNull = false;
        foreach (var part in parts)
        {
            total = checked(total + part.Length);
            anyNull |= part.NullCount > 0;
        }
        var values = new T[total];
        var missing = anyNull ? new bool[total] : [];
        var at = 0;
        foreach (var part in parts)
        {
            var typed = (ValueColumn<T>)part;
            typed.Values.CopyTo(values.AsSpan(at));
            if (typed.Nulls.Count > 0)
                for (var i = 0; i < typed.Length; i++) missing[at + i] = typed.Nulls[i];
            at += typed.Length;
        }
        return With(Name, values, NullMask.Of(missing), Format);
    }

    private protected abstract Column With(string name, ReadOnlyMemory<T> values, NullMask nulls, ColumnFormat format);
}
