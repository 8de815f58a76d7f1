using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The models that a selection tried, a row each.</summary>
public sealed class SelectionReportDisplay : TableDisplay<SelectionReport>
{
    private const int Seconds = 5; // the column that is left out when no time is known

    /// <inheritdoc/>
    protected override TableView View(SelectionReport value) => Of(value);

    internal static TableView Of(SelectionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var timed = report.Seconds.Any(seconds => seconds is not null);
        int[] shown = [.. Enumerable.Range(0, SelectionText.Headings.Count).Where(column => timed || column != Seconds)];
        return new(
            "models tried",
            [.. shown.Select(column => new TableViewColumn(SelectionText.Headings[column], IsNumber: column is > 0 and <= Seconds))],
            [.. report.Results.Select((_, row) => Pick(SelectionText.Cells(report, row)))])
        {
            Note = "Quality: mean of Shape and Trend against learnt and held-out rows. DCR share: 0.5 for fresh rows, more is closer to learnt rows. Parts: how often a part was held out.",
            CellLimit = 120,
        };

        IReadOnlyList<string?> Pick(IReadOnlyList<string?> cells) => [.. shown.Select(column => cells[column] ?? "")];
    }
}
