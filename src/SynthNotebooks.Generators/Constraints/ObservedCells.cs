using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Puts the cells of two columns of one kind together.</summary>
internal static class ObservedCells
{
    /// <summary>The first column's cells where the flag stands, the second's elsewhere; name and format are the second's.</summary>
    public static Column Over(Column first, Column second, ReadOnlySpan<bool> fromFirst)
    {
        if (!fromFirst.Contains(true)) return second;
        var rows = new int[second.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = fromFirst[row] ? second.Length + row : row;
        return DataFrame.Concatenate([new(second), new(first.WithName(second.Name))]).Columns[0].Take(rows);
    }
}
