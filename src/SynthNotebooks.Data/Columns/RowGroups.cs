using System.Runtime.InteropServices;

namespace SynthNotebooks.Data;

/// <summary>Numbers rows by equal cells in several columns; missing cells are equal to each other.</summary>
public static class RowGroups
{
    /// <summary>The group of each row, numbered by first occurrence, and each group's first row.</summary>
    /// <param name="columns">At least one, of one length. Cost: O(rows) a column.</param>
    public static (int[] Groups, int[] FirstRows) Of(IReadOnlyList<Column> columns)
    {
        var groups = new int[columns[0].Length];
        var firstRows = new List<int>();
        foreach (var column in columns)
        {
            var keys = SortKeys.Of(column);
            var known = new Dictionary<(int Group, long Key, bool Missing), int>();
            firstRows.Clear();
            for (var row = 0; row < groups.Length; row++)
            {
                var missing = column.IsNull(row);
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (groups[row], missing ? 0 : keys[row], missing), out var seen);
                if (!seen)
                {
                    group = firstRows.Count;
                    firstRows.Add(row);
                }
                groups[row] = group;
            }
        }
        return (groups, [.. firstRows]);
    }
}
