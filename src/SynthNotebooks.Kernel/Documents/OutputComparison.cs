namespace SynthNotebooks.Kernel.Documents;

/// <summary>Compares the outputs of two runs of one notebook, byte for byte.</summary>
public static class OutputComparison
{
    /// <summary>The first difference of each cell, in the order of the cells. Cost: linear in the outputs' length.</summary>
    /// <param name="expected">The earlier run.</param>
    /// <param name="actual">The later run.</param>
    /// <param name="ignored">Cells whose outputs may differ.</param>
    /// <exception cref="ArgumentException">The notebooks have different numbers of cells.</exception>
    public static IReadOnlyList<OutputDifference> Between(NotebookDocument expected, NotebookDocument actual, Func<NotebookCell, bool> ignored)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(ignored);
        if (expected.Cells.Count != actual.Cells.Count)
            throw new ArgumentException($"One run has {expected.Cells.Count} cells, the other {actual.Cells.Count}; they must be of one notebook.", nameof(actual));
        var differences = new List<OutputDifference>();
        for (var i = 0; i < expected.Cells.Count; i++)
            if (expected.Cells[i].Kind == CellKind.Code && !ignored(expected.Cells[i]) && InCell(i, expected.Cells[i], actual.Cells[i]) is { } difference) differences.Add(difference);
        return differences;
    }

    private static OutputDifference? InCell(int cell, NotebookCell expected, NotebookCell actual)
    {
        var (old, now) = (ComparableOutput.Of(expected), ComparableOutput.Of(actual));
        for (var i = 0; i < Math.Max(old.Count, now.Count); i++)
        {
            var (before, after) = (old.ElementAtOrDefault(i), now.ElementAtOrDefault(i));
            if (before is null || after is null || before.Type != after.Type || !before.Parts.Keys.SequenceEqual(after.Parts.Keys))
                return new(cell, i, "output", 1, 1, Describe(before), Describe(after));
            foreach (var (part, text) in before.Parts.OrderBy(part => part.Key != "text/plain")) // the most readable first
                if (text != after.Parts[part]) return InText(cell, i, part, text, after.Parts[part]);
        }
        return null;
    }

    private static OutputDifference InText(int cell, int output, string part, string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line]) line++;
        var (before, after) = (old.ElementAtOrDefault(line), now.ElementAtOrDefault(line));
        var column = before is null || after is null ? 0 : before.AsSpan().CommonPrefixLength(after);
        return new(cell, output, part, line + 1, column + 1, before, after);
    }

    private static string? Describe(ComparableOutput? output)
    {
        if (output is null) return null;
        var text = output.Parts.GetValueOrDefault("text/plain") ?? output.Parts.Values.FirstOrDefault() ?? "";
        return $"{output.Type} ({string.Join(", ", output.Parts.Keys)}): {text.Split('\n')[0]}";
    }
}
