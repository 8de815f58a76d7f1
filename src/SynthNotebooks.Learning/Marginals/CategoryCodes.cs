using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The distinct values of a column of any kind, and which one each row holds.</summary>
/// <param name="Codes">One a row: 0-based number of its value, −1 where missing.</param>
/// <param name="Counts">Number of rows of each value.</param>
/// <param name="FirstRows">A row that holds each value.</param>
public sealed record CategoryCodes(int[] Codes, int[] Counts, int[] FirstRows)
{
    /// <summary>Numbers of values in the order of first occurrence. Cost O(n).</summary>
    public static CategoryCodes Of(Column column) => column switch
    {
        TextColumn text => OfText(text),
        BooleanColumn flags => OfValues(flags.Values, flags),
        Int64Column whole => OfValues(whole.Values, whole),
        DoubleColumn real => OfValues(real.Values, real),
        DateColumn days => OfValues(days.Values, days),
        TimestampColumn times => OfValues(times.Values, times),
        _ => throw new ArgumentException($"Column '{column?.Name}' is of an unknown kind.", nameof(column)),
    };

    private static CategoryCodes OfText(TextColumn column)
    {
        var source = column.Codes;
        var codes = new int[source.Length];
        var map = new int[column.Categories.Count];
        var (counts, firstRows) = (new List<int>(), new List<int>());
        for (var row = 0; row < codes.Length; row++)
        {
            var code = source[row];
            if (code < 0)
            {
                codes[row] = -1;
                continue;
            }
            if (map[code] == 0)
            {
                counts.Add(0);
                firstRows.Add(row);
                map[code] = counts.Count;
            }
            codes[row] = map[code] - 1;
            counts[codes[row]]++;
        }
        return new(codes, [.. counts], [.. firstRows]);
    }

    private static CategoryCodes OfValues<T>(ReadOnlySpan<T> values, Column column)
        where T : notnull
    {
        var codes = new int[values.Length];
        var known = new Dictionary<T, int>();
        var (counts, firstRows) = (new List<int>(), new List<int>());
        for (var row = 0; row < codes.Length; row++)
        {
            if (column.IsNull(row))
            {
                codes[row] = -1;
                continue;
            }
            if (!known.TryGetValue(values[row], out var code))
            {
                known.Add(values[row], code = counts.Count);
                counts.Add(0);
                firstRows.Add(row);
            }
            codes[row] = code;
            counts[code]++;
        }
        return new(codes, [.. counts], [.. firstRows]);
    }
}
