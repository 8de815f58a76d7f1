using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Points in time without a zone, stored as ticks of 100 ns since 0001-01-01.</summary>
public sealed class TimestampColumn : ValueColumn<long>
{
    /// <param name="name">The column's name.</param>
    /// <param name="values">One value a row; the array is not copied and must not be changed afterwards.</param>
    /// <param name="nulls">Missing rows; null for none.</param>
    /// <param name="format">Spelling in text; null for the invariant default.</param>
    public TimestampColumn(string name, ReadOnlyMemory<long> values, NullMask? nulls = null, ColumnFormat? format = null)
        : base(name, values, nulls, format)
    {
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Timestamp;

    /// <inheritdoc/>
    public override Type DataType => typeof(DateTime);

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : new DateTime(Values[row]);

    /// <inheritdoc/>
    public override string? GetText(int row) => IsNull(row) ? null : new DateTime(Values[row]).ToString(Format.Pattern ?? "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void CopyNumbers(Span<double> destination)
    {
        var values = Values;
        for (var i = 0; i < values.Length; i++) destination[i] = IsNull(i) ? double.NaN : values[i] / (double)TimeSpan.TicksPerSecond;
    }

    private protected override Column With(string name, ReadOnlyMemory<long> values, NullMask nulls, ColumnFormat format) =>
        new TimestampColumn(name, values, nulls, format);
}
