using System.Text;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>How a row came about.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Row">Its number, from 0.</param>
/// <param name="Key">Its key.</param>
/// <param name="Rows">The row itself first, then the rows above it up to the root.</param>
public sealed record RowTrace(string Table, long Row, string Key, IReadOnlyList<TracedRow> Rows)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in Rows)
        {
            text.Append(text.Length > 0 ? "\nbelongs to " : "").Append(row.Entity).Append(' ').Append(row.Key).Append('\n');
            foreach (var cell in row.Cells) text.Append("  ").Append(cell).Append('\n');
        }
        return text.ToString();
    }
}

/// <summary>One row of a trace.</summary>
/// <param name="Entity">Its entity.</param>
/// <param name="Key">Its key.</param>
/// <param name="Cells">Its attributes in the order in which they were computed.</param>
public sealed record TracedRow(string Entity, string Key, IReadOnlyList<TracedCell> Cells);

/// <summary>One attribute of a trace.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Value">Its value before anything happened to the record; null when missing.</param>
/// <param name="Rule">The rule as it stands in the scenario.</param>
/// <param name="Parameters">The rule's parameters in this row, by name.</param>
/// <param name="Draws">The uniform numbers that were drawn, at most the first eight.</param>
/// <param name="Place">Where the rule stands.</param>
/// <param name="Note">What else happened: drawn again for a constraint, or another value on record; null for nothing.</param>
public sealed record TracedCell(string Name, string? Value, string Rule, IReadOnlyList<(string Name, double Value)> Parameters, IReadOnlyList<double> Draws, SourcePlace Place, string? Note)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} = {Value ?? "missing"}   {Rule}")
        + (Parameters.Count > 0 ? "   with " + string.Join(", ", Parameters.Select(one => FormattableString.Invariant($"{one.Name} {one.Value:G6}"))) : "")
        + (Draws.Count > 0 ? "   drew " + string.Join(", ", Draws.Select(one => FormattableString.Invariant($"{one:F4}"))) : "")
        + $"   [{Place}]" + (Note is null ? "" : "   " + Note);
}
