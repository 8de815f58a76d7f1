using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Real numbers; a missing cell is NaN.</summary>
public sealed class DoubleColumn : Column
{
    private readonly ReadOnlyMemory<double> _values;

    /// <param name="name">The column's name.</param>
    /// <param name="values">One value a row, NaN where missing; the array is not copied and must not be changed afterwards.</param>
    /// <param name="format">Spelling in text; null for the shortest that reads back equal.</param>
    public DoubleColumn(string name, ReadOnlyMemory<double> values, ColumnFormat? format = null)
        : base(name, values.Length, format)
    {
        _values = values;
        foreach (var value in values.Span)
            if (double.IsNaN(value)) NullCount++;
    }

    /// <summary>The values, contiguous, NaN where missing.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>The values as memory, for code that cannot hold a span.</summary>
    public ReadOnlyMemory<double> Memory => _values;

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Real;

    /// <inheritdoc/>
    public override Type DataType => typeof(double);

    /// <inheritdoc/>
    public override int NullCount { get; }

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : Values[row];

    /// <inheritdoc/>
    public override bool IsNull(int row) => double.IsNaN(Values[row]);

    /// <inheritdoc/>
    public override string? GetText(int row)
    {
        var value = Values[row];
        if (double.IsNaN(value)) return null;
        return Format.Decimals is { } decimals && double.IsFinite(value)
            ? value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var values = new double[rows.Length];
        var source = Values;
        for (var i = 0; i < rows.Length; i++) values[i] = source[rows[i]];
        return new DoubleColumn(Name, values, Format);
    }

    /// <inheritdoc/>
    public override Column Slice(int start, int length) => new DoubleColumn(Name, _values.Slice(start, length), Format);

    /// <inheritdoc/>
    public override Column WithName(string name) => new DoubleColumn(name, _values, Format);

    /// <inheritdoc/>
    public override Column WithFormat(ColumnFormat format) => new DoubleColumn(Name, _values, format);

    /// <inheritdoc/>
    public override void CopyNumbers(Span<double> destination) => Values.CopyTo(destination);

    internal override Column Concatenate(IReadOnlyList<Column> parts)
    {
        var values = new double[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            ((DoubleColumn)part).Values.CopyTo(values.AsSpan(at));
            at += part.Length;
        }
        return new DoubleColumn(Name, values, Format);
    }
}
