namespace SynthNotebooks.Generators.Mixtures;

/// <summary>A column's states put together into a few groups of about even mass.</summary>
/// <param name="Groups">Group of each row.</param>
/// <param name="Count">Number of groups, at least 1.</param>
internal sealed record StateGroups(byte[] Groups, int Count)
{
    /// <param name="table">The rows.</param>
    /// <param name="column">Which column.</param>
    /// <param name="most">Most groups besides that of missing cells; 1 to 254.</param>
    /// <param name="rows">How many of the rows are read, from the first on.</param>
    public static StateGroups Of(StateTable table, int column, int most, int rows)
    {
        var bins = table.Bins[column];
        var counts = new int[bins.States + StateTable.ExtraSlots];
        for (var row = 0; row < rows; row++) counts[table.Row(row)[column]]++;
        // Missing cells and those that say nothing stay apart: whether a cell is there may be all that columns tell.
        var group = new int[counts.Length];
        long present = 0, before = 0;
        for (var state = 0; state < bins.Bins; state++) present += counts[state];
        for (var state = 0; state < bins.Bins; state++)
        {
            group[state] = present == 0 ? 0 : (int)Math.Min(most - 1, (2 * before + counts[state]) * most / (2 * present));
            before += counts[state];
        }
        for (var state = bins.Bins; state < counts.Length; state++) group[state] = most;
        var used = new int[most + 1];
        for (var state = 0; state < counts.Length; state++)
            if (counts[state] > 0) used[group[state]] = 1;
        var number = new byte[used.Length];
        var next = 0;
        for (var g = 0; g < used.Length; g++)
            if (used[g] > 0) number[g] = (byte)next++;
        var groups = new byte[rows];
        for (var row = 0; row < rows; row++) groups[row] = number[group[table.Row(row)[column]]];
        return new(groups, Math.Max(1, next));
    }
}
