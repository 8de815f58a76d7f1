namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A table of texts, ready to be shown.</summary>
/// <param name="Caption">What the table is, in a few words.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells as text, null for a missing one; each row as long as <paramref name="Columns"/>.</param>
public sealed record TableView(string Caption, IReadOnlyList<TableViewColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>Stands before the caption in bold, e.g. <c>real data</c>; null for none.</summary>
    public string? Badge { get; init; }

    /// <summary>What stands before each row, e.g. its number; null for nothing.</summary>
    public IReadOnlyList<string>? RowNames { get; init; }

    /// <summary>Said below the table; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Most characters of a cell that are shown.</summary>
    public int CellLimit { get; init; } = 60;
}
