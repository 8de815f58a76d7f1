namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>A line that shows a record of a real table.</summary>
/// <param name="Row">0-based row of the table.</param>
/// <param name="Columns">The columns whose values the line shows.</param>
internal sealed record RowMatch(int Row, IReadOnlyList<int> Columns);
