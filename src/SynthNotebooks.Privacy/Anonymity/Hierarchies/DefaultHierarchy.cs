using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>The hierarchy of a column for which none is given.</summary>
/// <remarks>Numbers: intervals of 1, 2, 4, 8, 16 times a round width of about a 32nd of the range; dates: month, year, decade; codes of one length: masking; else all or nothing.</remarks>
public static class DefaultHierarchy
{
    private const int LongestCode = 12;

    /// <summary>The hierarchy of a column.</summary>
    public static GeneralisationHierarchy Of(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind switch
        {
            ColumnKind.Date or ColumnKind.Timestamp => GeneralisationHierarchy.Dates(),
            ColumnKind.Integer or ColumnKind.Real => Numbers(column),
            ColumnKind.Text when CodeLength(column) is > 1 and <= LongestCode and var length => GeneralisationHierarchy.Masking(length),
            _ => GeneralisationHierarchy.Suppression(),
        };
    }

    private static GeneralisationHierarchy Numbers(Column column)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var number in column.ToNumbers())
        {
            if (!double.IsFinite(number)) continue;
            (low, high) = (Math.Min(low, number), Math.Max(high, number));
        }
        if (!(high > low) || double.IsInfinity(high - low)) return GeneralisationHierarchy.Suppression();
        var width = RoundWidth((high - low) / 32);
        if (column.Kind == ColumnKind.Integer) width = Math.Max(width, 2);
        var widths = new List<double>();
        for (var w = width; w < 2 * (high - low) && widths.Count < 5; w *= 2) widths.Add(w);
        return new IntervalHierarchy(widths);
    }

    // 1, 2 or 5 times a power of ten, not below the given width.
    private static double RoundWidth(double width)
    {
        var power = 1.0;
        while (power > width) power /= 10;
        while (power * 10 <= width) power *= 10;
        return width <= power ? power : width <= 2 * power ? 2 * power : width <= 5 * power ? 5 * power : 10 * power;
    }

    // The length of all texts when they consist of digits and capitals, else 0.
    private static int CodeLength(Column column)
    {
        var length = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (column.GetText(row) is not { } code) continue;
            if (length == 0) length = code.Length;
            if (code.Length != length || !code.Any(char.IsAsciiDigit)) return 0;
            foreach (var c in code)
                if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return 0;
        }
        return length;
    }
}
