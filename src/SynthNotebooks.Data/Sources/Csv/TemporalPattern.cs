namespace SynthNotebooks.Data;

/// <summary>A date or time stamp pattern in .NET's notation, read exactly as it is written: what parses prints the same again.</summary>
internal sealed class TemporalPattern
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly (char Field, int Width, string Literal)[] _parts;

    private TemporalPattern(string text, (char, int, string)[] parts)
    {
        (Text, _parts) = (text, parts);
        HasTime = parts.Any(part => part.Item1 is 'H' or 'h');
    }

    /// <summary>The pattern as .NET writes it.</summary>
    public string Text { get; }

    /// <summary>Whether it has a time of day.</summary>
    public bool HasTime { get; }

    /// <exception cref="ArgumentException">A field is not known, or there is no full date.</exception>
    public static TemporalPattern Compile(string text)
    {
        var parts = new List<(char Field, int Width, string Literal)>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is '\'' or '"')
            {
                var close = text.IndexOf(c, i + 1);
                if (close < 0) throw new ArgumentException($"The date pattern '{text}' has a quote that is not closed.", nameof(text));
                parts.Add(('\0', 0, text[(i + 1)..close]));
                i = close + 1;
                continue;
            }
            var run = 1;
            if (char.IsAsciiLetter(c) && c != 'T' && c != 'Z')
            {
                while (i + run < text.Length && text[i + run] == c) run++;
                Require(text, c, run);
                if (c == 'F' && parts is [.., (_, _, ".")]) parts.RemoveAt(parts.Count - 1); // the optional fraction takes its point along
                parts.Add((c, run, ""));
            }
            else
            {
                parts.Add(('\0', 0, c.ToString()));
            }
            i += run;
        }
        if (!"yMd".All(field => parts.Any(part => part.Field == field)))
            throw new ArgumentException($"The date pattern '{text}' needs a year (yyyy), a month (MM) and a day (dd).", nameof(text));
        return new(text, [.. parts]);
    }

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">UTF-8.</param>
    /// <param name="ticks">Of 100 ns since 0001-01-01.</param>
    public bool TryParse(ReadOnlySpan<byte> cell, out long ticks)
    {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0, half = -1, at = 0;
        ticks = 0;
        foreach (var (field, width, literal) in _parts)
        {
            var ok = field switch
            {
                'y' => Digits(cell, ref at, 4, out year),
                'M' => width == 3 ? MonthName(cell, ref at, out month) : Digits(cell, ref at, width, out month),
                'd' => Digits(cell, ref at, width, out day),
                'H' or 'h' => Digits(cell, ref at, width, out hour),
                'm' => Digits(cell, ref at, width, out minute),
                's' => Digits(cell, ref at, width, out second),
                'f' => Fraction(cell, ref at, width, out fraction),
                'F' => OptionalFraction(cell, ref at, out fraction),
                't' => Half(cell, ref at, out half),
                _ => Literal(cell, ref at, literal),
            };
            if (!ok) return false;
        }
        if (at != cell.Length || (uint)(year - 1) > 9998 || (uint)(month - 1) > 11 || (uint)(day - 1) > 30 || minute > 59 || second > 59) return false;
        if (half >= 0)
        {
            if (hour is 0 or > 12) return false;
            hour = hour % 12 + 12 * half;
        }
        if (hour > 23 || day > DateTime.DaysInMonth(year, month)) return false;
        ticks = new DateTime(year, month, day).Ticks + (hour * 3600 + minute * 60 + second) * TimeSpan.TicksPerSecond + fraction;
        return true;
    }

    // One digit of width means one or two digits without a leading zero.
    private static bool Digits(ReadOnlySpan<byte> cell, ref int at, int width, out int value)
    {
        value = 0;
        var most = Math.Max(width, 2);
        var start = at;
        while (at < cell.Length && at - start < most && (uint)(cell[at] - '0') <= 9) value = value * 10 + cell[at++] - '0';
        var read = at - start;
        return width > 1 ? read == width : read == 1 || read == 2 && cell[start] != '0';
    }

    private static bool Fraction(ReadOnlySpan<byte> cell, ref int at, int width, out int ticks)
    {
        ticks = 0;
        for (var i = 0; i < 7; i++)
        {
            ticks *= 10;
            if (i >= width) continue;
            if (at >= cell.Length || (uint)(cell[at] - '0') > 9) return false;
            ticks += cell[at++] - '0';
        }
        return true;
    }

    // The point before it is part of it: both are absent for a whole second.
    private static bool OptionalFraction(ReadOnlySpan<byte> cell, ref int at, out int ticks)
    {
        ticks = 0;
        if (at >= cell.Length || cell[at] != '.') return true;
        at++;
        var width = 0;
        while (width < 7 && at + width < cell.Length && (uint)(cell[at + width] - '0') <= 9) width++;
        return width > 0 && Fraction(cell, ref at, width, out ticks);
    }

    private static bool MonthName(ReadOnlySpan<byte> cell, ref int at, out int month)
    {
        for (month = 1; month <= 12 && at + 3 <= cell.Length; month++)
        {
            var name = Months[month - 1];
            if (cell[at] != name[0] || cell[at + 1] != name[1] || cell[at + 2] != name[2]) continue;
            at += 3;
            return true;
        }
        return false;
    }

    private static bool Half(ReadOnlySpan<byte> cell, ref int at, out int half)
    {
        half = at + 2 <= cell.Length && cell[at + 1] == 'M' ? cell[at] == 'A' ? 0 : cell[at] == 'P' ? 1 : -1 : -1;
        at += 2;
        return half >= 0;
    }

    private static bool Literal(ReadOnlySpan<byte> cell, ref int at, string literal)
    {
        foreach (var c in literal)
            if (at >= cell.Length || cell[at++] != c) return false;
        return true;
    }

    private static void Require(string pattern, char field, int width)
    {
        var known = field switch
        {
            'y' => width == 4,
            'M' => width <= 3,
            'd' or 'H' or 'h' or 'm' or 's' => width <= 2,
            'f' => width <= 7,
            'F' => width == 7,
            't' => width == 2,
            _ => false,
        };
        if (!known)
        {
            throw new ArgumentException(
                $"The date pattern '{pattern}' has '{new string(field, width)}'; known are yyyy MM M MMM dd d HH H hh h mm m ss s f..fffffff FFFFFFF tt; quote other letters.", nameof(pattern));
        }
    }
}
