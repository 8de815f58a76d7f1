using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>True or false.</summary>
public sealed partial class BooleanColumn : ValueColumn<bool>
{
    /// <param name="name">The column's name.</param>
    /// <param name="values">One value a row; the array is not copied and must not be changed afterwards.</param>
    /// <param name="nulls">Missing rows; null for none.</param>
    /// <param name="format">Spelling in text; null for the invariant default.</param>
    public BooleanColumn(string name, ReadOnlyMemory<bool> values, NullMask? nulls = null, ColumnFormat? format = null)
        : base(name, values, nulls, format)
    {
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Boolean;

    /// <inheritdoc/>
    public override Type DataType => typeof(bool);

    /// <inheritdoc/>
    public override object? this[int row] => IsNull(row) ? null : Values[row];

    /// <inheritdoc/>
    public override string? GetText(int row) => IsNull(row) ? null : Values[row] ? Format.TrueText ?? "true" : Format.FalseText ?? "false";

    /// <inheritdoc/>
    public override void CopyNumbers(Span<double> destination)
    {
        var values = Values;
        for (var i = 0; i < values.Length; i++) destination[i] = IsNull(i) ? double.NaN : values[i] ? 1 : 0;
    }

    private protected override Column With(string name, ReadOnlyMemory<bool> values, NullMask nulls, ColumnFormat format) =>
        new BooleanColumn(name, values, nulls, format);
}
