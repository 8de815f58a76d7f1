using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>What an attacker learns from two releases of one table, each of which meets its models alone.</summary>
/// <remarks>
/// A person is in one class of each release, so the sensitive value is one that both classes have; and when rows can be recognised by columns that are released
/// as they are, the row is one that both classes have. Source: Ganta, Kasiviswanathan, Smith, KDD 2008, doi:10.1145/1401890.1401926.
/// </remarks>
/// <param name="Column">The sensitive column.</param>
/// <param name="Against">What the second release is.</param>
/// <param name="Rows">Rows in both releases.</param>
/// <param name="ExposedRows">Rows for which one value is left.</param>
/// <param name="ExposedBefore">Of these rows, how many the first or the second release alone exposes.</param>
/// <param name="AverageValues">Values that are left, mean over rows.</param>
/// <param name="AverageValuesBefore">Values in the class of the first release, mean over rows.</param>
/// <param name="SmallestOverlap">Fewest rows that two overlapping classes share; 0 without rows.</param>
/// <param name="UniqueRows">Rows that are alone in the overlap of their classes.</param>
public sealed record IntersectionAttack(
    string Column, string Against, int Rows, int ExposedRows, int ExposedBefore, double AverageValues, double AverageValuesBefore, int SmallestOverlap, int UniqueRows)
{
    /// <summary>Attacks two releases.</summary>
    /// <param name="table">The table that both were made from.</param>
    /// <param name="first">Class of each row in one release; negative for suppressed.</param>
    /// <param name="second">Class of each row in the other.</param>
    /// <param name="column">The sensitive column.</param>
    /// <param name="against">What the second release is, in words.</param>
    public static IntersectionAttack Of(DataFrame table, ReadOnlySpan<int> first, ReadOnlySpan<int> second, string column, string against)
    {
        ArgumentNullException.ThrowIfNull(table);
        var values = new SensitiveCounts(table, column);
        if (first.Length != values.Rows || second.Length != values.Rows) throw new ArgumentException($"The table has {values.Rows} rows, the releases {first.Length} and {second.Length}; they must be of one table.", nameof(second));
        var (valuesFirst, valuesSecond) = (Distinct(values, first), Distinct(values, second));
        var overlaps = new Dictionary<(int, int), int>();
        for (var row = 0; row < first.Length; row++)
        {
            if (first[row] < 0 || second[row] < 0) continue;
            overlaps[(first[row], second[row])] = overlaps.GetValueOrDefault((first[row], second[row])) + 1;
        }
        int rows = 0, exposed = 0, before = 0, unique = 0, smallest = int.MaxValue;
        long left = 0, leftBefore = 0;
        foreach (var ((a, b), count) in overlaps)
        {
            var common = Common(valuesFirst[a], valuesSecond[b]);
            rows += count;
            (left, leftBefore) = (left + (long)common * count, leftBefore + (long)valuesFirst[a].Length * count);
            if (common == 1) exposed += count;
            if (valuesFirst[a].Length == 1 || valuesSecond[b].Length == 1) before += count;
            if (count == 1) unique++;
            smallest = Math.Min(smallest, count);
        }
        return new(column, against, rows, exposed, before, (double)left / Math.Max(1, rows), (double)leftBefore / Math.Max(1, rows), rows == 0 ? 0 : smallest, unique);
    }

    private static int[][] Distinct(SensitiveCounts values, ReadOnlySpan<int> classes)
    {
        var lists = ClassLists.Of(classes);
        for (var i = 0; i < lists.Length; i++)
        {
            values.Count(lists[i]);
            lists[i] = values.Seen.ToArray();
            Array.Sort(lists[i]);
        }
        return lists;
    }

    private static int Common(int[] a, int[] b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return common;
    }
}
