using System.Buffers.Text;
using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Integers.</summary>
internal sealed class IntegerCellWriter(Int64Column column, byte[] missing) : CellWriter
{
    private readonly ReadOnlyMemory<long> _values = column.Memory;
    private readonly NullMask? _nulls = column.NullCount > 0 ? column.Nulls : null;

    public override int MaxBytes { get; } = Math.Max(20, missing.Length);

    public override int Write(int row, Span<byte> destination)
    {
        if (_nulls is not null && _nulls[row])
        {
            missing.CopyTo(destination);
            return missing.Length;
        }
        var value = _values.Span[row];
        if ((ulong)value < 10)
        {
            destination[0] = (byte)('0' + value);
            return 1;
        }
        Utf8Formatter.TryFormat(value, destination, out var written);
        return written;
    }
}

/// <summary>Reals, with a fixed number of decimals or the shortest text that reads back equal.</summary>
internal sealed class RealCellWriter(DoubleColumn column, byte[] missing) : CellWriter
{
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private readonly ReadOnlyMemory<double> _values = column.Memory;
    private readonly int _decimals = column.Format.Decimals ?? -1;
    private readonly string _fixed = "F" + (column.Format.Decimals ?? 0).ToString(CultureInfo.InvariantCulture);

    public override int MaxBytes { get; } = Math.Max(column.Format.Decimals is null ? 32 : 330, missing.Length);

    public override int Write(int row, Span<byte> destination)
    {
        var value = _values.Span[row];
        if (double.IsNaN(value))
        {
            missing.CopyTo(destination);
            return missing.Length;
        }
        int written;
        if (_decimals >= 0 && double.IsFinite(value))
        {
            if (TryFixed(value, destination, out written)) return written;
            value.TryFormat(destination, out written, _fixed, CultureInfo.InvariantCulture);
            return written;
        }
        if (Math.Abs(value) < 1e15 && value == (long)value && (value != 0 || !double.IsNegative(value)))
        {
            Utf8Formatter.TryFormat((long)value, destination, out written);
            return written;
        }
        value.TryFormat(destination, out written, "R", CultureInfo.InvariantCulture);
        return written;
    }

    // By integer arithmetic where it surely gives the same digits: not near a tie of rounding, not too long.
    private bool TryFixed(double value, Span<byte> destination, out int written)
    {
        written = 0;
        var power = Powers[_decimals];
        var scaled = Math.Abs(value) * power;
        if (!(scaled < 1e15)) return false;
        var whole = (ulong)(scaled + 0.5);
        if (Math.Abs(scaled - whole) > 0.4 || whole == 0) return false;
        if (value < 0) destination[written++] = (byte)'-';
        var unit = (ulong)power;
        Utf8Formatter.TryFormat(whole / unit, destination[written..], out var digits);
        written += digits;
        if (_decimals == 0) return true;
        destination[written++] = (byte)'.';
        var rest = whole % unit;
        for (var i = _decimals - 1; i >= 0; i--, rest /= 10) destination[written + i] = (byte)('0' + rest % 10);
        written += _decimals;
        return true;
    }
}
