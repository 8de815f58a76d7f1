namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Rows by class.</summary>
internal static class ClassLists
{
    /// <param name="classes">Class of each row; negative for none.</param>
    public static int[][] Of(ReadOnlySpan<int> classes)
    {
        var sizes = new List<int>();
        foreach (var group in classes)
        {
            while (sizes.Count <= group) sizes.Add(0);
            if (group >= 0) sizes[group]++;
        }
        var lists = new int[sizes.Count][];
        for (var i = 0; i < lists.Length; i++) lists[i] = new int[sizes[i]];
        var next = new int[lists.Length];
        for (var row = 0; row < classes.Length; row++)
            if (classes[row] is >= 0 and var group) lists[group][next[group]++] = row;
        return lists;
    }
}
