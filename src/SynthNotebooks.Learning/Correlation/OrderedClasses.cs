namespace SynthNotebooks.Learning;

/// <summary>A variable cut into a few ordered classes.</summary>
/// <param name="Codes">Class of each row, −1 where missing.</param>
/// <param name="Count">Number of classes.</param>
public sealed record OrderedClasses(int[] Codes, int Count)
{
    /// <summary>Cuts numbers at their quantiles; a value that many rows share is a class of its own.</summary>
    /// <param name="numbers">NaN where missing; infinities are legal.</param>
    /// <param name="most">Largest number of classes, at least 2.</param>
    /// <remarks>Cost O(n log n).</remarks>
    public static OrderedClasses OfNumbers(ReadOnlySpan<double> numbers, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var sorted = new List<double>(numbers.Length);
        foreach (var number in numbers)
            if (!double.IsNaN(number)) sorted.Add(number);
        sorted.Sort();
        var (values, counts) = (new List<double>(), new List<int>());
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                values.Add(sorted[i]);
                counts.Add(0);
            }
            counts[^1]++;
        }
        var groups = Grouped([.. counts], most);
        var last = new List<double>(); // largest value of each class
        for (var i = 0; i < values.Count; i++)
        {
            if (i == 0 || groups[i] != groups[i - 1]) last.Add(values[i]);
            else last[^1] = values[i];
        }
        var codes = new int[numbers.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            if (double.IsNaN(numbers[i])) codes[i] = -1;
            else
            {
                var at = last.BinarySearch(numbers[i]);
                codes[i] = at >= 0 ? at : ~at;
            }
        }
        return new(codes, last.Count);
    }

    /// <summary>Merges neighbouring classes until there are few enough.</summary>
    /// <param name="codes">Class of each row, −1 where missing.</param>
    /// <param name="order">Classes in ascending order; classes not listed count as missing.</param>
    /// <param name="count">Number of classes before.</param>
    /// <param name="most">Largest number of classes, at least 2.</param>
    public static OrderedClasses OfCategories(ReadOnlySpan<int> codes, ReadOnlySpan<int> order, int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var all = new int[count];
        foreach (var code in codes)
            if (code >= 0) all[code]++;
        var counts = new int[order.Length];
        for (var i = 0; i < order.Length; i++) counts[i] = all[order[i]];
        var groups = Grouped(counts, most);
        var map = new int[count];
        map.AsSpan().Fill(-1);
        for (var i = 0; i < order.Length; i++) map[order[i]] = groups[i];
        var result = new int[codes.Length];
        for (var i = 0; i < result.Length; i++) result[i] = codes[i] < 0 ? -1 : map[codes[i]];
        return new(result, groups.Length == 0 ? 0 : groups[^1] + 1);
    }

    // Gathers runs of items into groups of about equal count; a group closes when it holds its share of what was left.
    private static int[] Grouped(int[] counts, int most)
    {
        var groups = new int[counts.Length];
        if (counts.Length <= most)
        {
            for (var i = 0; i < groups.Length; i++) groups[i] = i;
            return groups;
        }
        long left = 0, held = 0;
        foreach (var count in counts) left += count;
        var group = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var share = (double)(left + held) / (most - group);
            if (held > 0 && group < most - 1 && held + counts[i] / 2.0 > share)
            {
                group++;
                held = 0;
            }
            groups[i] = group;
            held += counts[i];
            left -= counts[i];
        }
        return groups;
    }
}
