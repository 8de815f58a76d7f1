using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Reads numbers from UTF-8 cells. Blanks around a number are tolerated.</summary>
internal static class NumberCell
{
    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads digits with an optional sign. Leading zeros (007), −0 and what does not fit 64 bits are no integers.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> cell, out long value)
    {
        value = 0;
        var i = 0;
        if ((uint)(cell.Length - 1) >= 18u) return TryOddInteger(cell, out value);
        var negative = cell[0] == '-';
        if (negative && cell.Length > 1) i = 1;
        if (cell[i] == '0' && cell.Length > 1) return TryOddInteger(cell, out value);
        long number = 0;
        for (; i < cell.Length; i++)
        {
            var digit = (uint)(cell[i] - '0');
            if (digit > 9) return TryOddInteger(cell, out value);
            number = number * 10 + digit;
        }
        value = negative ? -number : number;
        return true;
    }

    /// <summary>Reads a number with an optional fraction and exponent.</summary>
    /// <param name="cell">UTF-8.</param>
    /// <param name="mark">The decimal mark.</param>
    /// <param name="value">The nearest double.</param>
    /// <param name="decimals">Digits behind the mark; −1 when there is an exponent or infinity, which has none.</param>
    /// <returns>False for anything else, leading zeros (007.5) included.</returns>
    public static bool TryReal(ReadOnlySpan<byte> cell, byte mark, out double value, out int decimals)
    {
        ulong mantissa = 0;
        int i = 0, digits = 0, leading = 0;
        var seenMark = false;
        decimals = 0;
        value = 0;
        cell = TrimBlanks(cell);
        if (cell.IsEmpty) return false;
        var negative = cell[0] == '-';
        if (negative || cell[0] == '+') i++;
        var first = i;
        for (; i < cell.Length; i++)
        {
            var b = cell[i];
            var digit = (uint)(b - '0');
            if (digit <= 9)
            {
                if (mantissa != 0 || digit != 0) digits++;
                if (digits <= 19) mantissa = mantissa * 10 + digit;
                if (seenMark) decimals++;
                else leading++;
            }
            else if (b == mark && !seenMark)
            {
                seenMark = true;
            }
            else
            {
                break;
            }
        }
        if (leading > 1 && cell[first] == '0') return false;
        if (i == cell.Length && leading + decimals > 0 && digits <= 19 && mantissa <= 1UL << 53 && decimals <= 22)
        {
            value = mantissa / PowersOfTen[decimals]; // both exact, so the quotient is correctly rounded (Clinger, PLDI 1990)
            if (negative) value = -value;
            return true;
        }
        return TrySlow(cell, mark, i, ref decimals, out value);
    }

    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> cell)
    {
        while (cell.Length > 0 && cell[0] is (byte)' ' or (byte)'\t') cell = cell[1..];
        while (cell.Length > 0 && cell[^1] is (byte)' ' or (byte)'\t') cell = cell[..^1];
        return cell;
    }

    // Blanks, a plus sign, or more digits than the quick way takes.
    private static bool TryOddInteger(ReadOnlySpan<byte> cell, out long value)
    {
        cell = TrimBlanks(cell);
        value = 0;
        if (cell.IsEmpty) return false;
        var digits = cell[0] is (byte)'-' or (byte)'+' ? cell[1..] : cell;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        if (digits[0] == '0' && cell.Length > 1) return false;
        return long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    // Exponents, infinities and numbers of many digits.
    private static bool TrySlow(ReadOnlySpan<byte> cell, byte mark, int stopped, ref int decimals, out double value)
    {
        value = 0;
        if (stopped < cell.Length)
        {
            decimals = -1;
            var unsigned = cell[0] is (byte)'-' or (byte)'+' ? cell[1..] : cell;
            if (IsWord(unsigned, "inf"u8) || IsWord(unsigned, "infinity"u8))
            {
                value = cell[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
                return true;
            }
            if ((cell[stopped] | 0x20) != 'e' || stopped == 0) return false;
        }
        Span<byte> point = stackalloc byte[Math.Min(cell.Length, 1024)];
        if (cell.Length > point.Length) return false;
        cell.CopyTo(point);
        if (mark != '.')
        {
            if (point.Contains((byte)'.')) return false;
            point.Replace(mark, (byte)'.');
        }
        return double.TryParse(point, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    private static bool IsWord(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> lower) =>
        System.Text.Ascii.EqualsIgnoreCase(cell, lower);
}
