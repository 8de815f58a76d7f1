using System.Runtime.InteropServices;

namespace SynthNotebooks.Data;

/// <summary>What one pass over a column tells: counts of values, range, decimals.</summary>
internal sealed class ColumnProfile
{
    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly Column _column;
    private readonly List<(int Row, int Count)> _values = []; // first row and count of each distinct value

    private ColumnProfile(Column column) => _column = column;

    /// <summary>Cells that are not missing.</summary>
    public int Present => _column.Length - _column.NullCount;

    /// <summary>Distinct values.</summary>
    public int Distinct { get; private set; }

    public double? Minimum { get; private set; }

    public double? Maximum { get; private set; }

    public int? Decimals { get; private set; }

    /// <summary>Whether no cell is infinite.</summary>
    public bool Finite { get; private set; } = true;

    /// <summary>Codes that occur and how often, of a text column.</summary>
    public List<(int Code, int Count)> CodeCounts { get; } = [];

    public static ColumnProfile Of(Column column)
    {
        var profile = new ColumnProfile(column);
        switch (column)
        {
            case TextColumn text:
                profile.CountCodes(text);
                return profile;
            case Int64Column integers:
                profile.CountValues(integers.Values);
                profile.Decimals = 0;
                break;
            case DoubleColumn reals:
                profile.CountValues(reals.Values);
                profile.Decimals = reals.Format.Decimals ?? DecimalsOf(reals.Values);
                break;
            case BooleanColumn booleans:
                profile.CountValues(booleans.Values);
                break;
            case DateColumn dates:
                profile.CountValues(dates.Values);
                break;
            case TimestampColumn stamps:
                profile.CountValues(stamps.Values);
                break;
        }
        profile.FindRange();
        return profile;
    }

    /// <summary>The distinct values as text, the most frequent first, then by value.</summary>
    public IReadOnlyList<string> ByFrequency()
    {
        if (_column is TextColumn text)
        {
            CodeCounts.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(text.Categories[a.Code], text.Categories[b.Code]));
            return [.. CodeCounts.Select(pair => text.Categories[pair.Code])];
        }
        var numbers = _column.ToNumbers();
        _values.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : numbers[a.Row].CompareTo(numbers[b.Row]));
        return [.. _values.Select(pair => _column.GetText(pair.Row)!)];
    }

    private void CountCodes(TextColumn text)
    {
        var counts = new int[text.Categories.Count];
        foreach (var code in text.Codes)
            if (code >= 0) counts[code]++;
        for (var code = 0; code < counts.Length; code++)
            if (counts[code] > 0) CodeCounts.Add((code, counts[code]));
        Distinct = CodeCounts.Count;
    }

    private void CountValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IEquatable<T>
    {
        var known = new Dictionary<T, int>();
        for (var row = 0; row < values.Length; row++)
        {
            if (_column.IsNull(row)) continue;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, values[row], out var seen);
            if (seen)
            {
                _values[place] = (_values[place].Row, _values[place].Count + 1);
                continue;
            }
            place = _values.Count;
            _values.Add((row, 1));
        }
        Distinct = _values.Count;
    }

    private void FindRange()
    {
        var numbers = _column.ToNumbers();
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var number in numbers)
        {
            if (double.IsFinite(number))
            {
                low = Math.Min(low, number);
                high = Math.Max(high, number);
            }
            else if (double.IsInfinity(number))
            {
                Finite = false;
            }
        }
        if (low <= high) (Minimum, Maximum) = (low, high);
    }

    // The least number of places at which rounding changes no value; null when that is more than 15.
    private static int? DecimalsOf(ReadOnlySpan<double> values)
    {
        var places = 0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            while (Math.Round(value * Powers[places]) / Powers[places] != value)
                if (++places > 15) return null;
        }
        return places;
    }
}
