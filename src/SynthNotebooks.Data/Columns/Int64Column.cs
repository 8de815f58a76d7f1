using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Whole numbers.</summary>
public sealed class Int64Column : ValueColumn<long>
{
    /// <param name="name">The column's name.</param>
    /// <param name="values">One value a row; the array is not copied and must not be changed afterwards.</param>
    /// <param name="nulls">Missing rows; null for none.</param>
    /// <param name="format">Spelling in text; null for the invariant default.</param>
    public Int64Column(string name, ReadOnlyMemory<long> values, NullMask? nulls = null, ColumnFormat? format = null)
        : base(name, values, nulls, format)
    {
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Integer;

    /// <inheritdoc/>
    public override Type DataType => typeof(long);

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : Values[row];

    /// <inheritdoc/>
    public override string? GetText(int row) => IsNull(row) ? null : Values[row].ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void CopyNumbers(Span<double> destination)
    {
        var values = Values;
        for (var i = 0; i < values.Length; i++) destination[i] = IsNull(i) ? double.NaN : values[i];
    }

    private protected override Column With(string name, ReadOnlyMemory<long> values, NullMask nulls, ColumnFormat format) =>
        new Int64Column(name, values, nulls, format);
}
