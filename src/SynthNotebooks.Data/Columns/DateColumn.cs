using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Calendar days, stored as days since 0001-01-01.</summary>
public sealed class DateColumn : ValueColumn<int>
{
    /// <param name="name">The column's name.</param>
    /// <param name="values">One value a row; the array is not copied and must not be changed afterwards.</param>
    /// <param name="nulls">Missing rows; null for none.</param>
    /// <param name="format">Spelling in text; null for the invariant default.</param>
    public DateColumn(string name, ReadOnlyMemory<int> values, NullMask? nulls = null, ColumnFormat? format = null)
        : base(name, values, nulls, format)
    {
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Date;

    /// <inheritdoc/>
    public override Type DataType => typeof(DateOnly);

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : DateOnly.FromDayNumber(Values[row]);

    /// <inheritdoc/>
    public override string? GetText(int row) => IsNull(row) ? null : DateOnly.FromDayNumber(Values[row]).ToString(Format.Pattern ?? "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void CopyNumbers(Span<double> destination)
    {
        var values = Values;
        for (var i = 0; i < values.Length; i++) destination[i] = IsNull(i) ? double.NaN : values[i];
    }

    private protected override Column With(string name, ReadOnlyMemory<int> values, NullMask nulls, ColumnFormat format) =>
        new DateColumn(name, values, nulls, format);
}
