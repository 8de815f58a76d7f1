using System.Globalization;
using SynthNotebooks.Evaluation.Games;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Fake or real: the rows, and the answers in a part that the reader opens.</summary>
public sealed class GuessingGameDisplay : HtmlDisplay<GuessingGame>
{
    private const int MostColumns = 20, LinesBetween = 12;

    /// <inheritdoc/>
    protected override Html ToHtml(GuessingGame value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Concat(
            TableLayout.ToHtml(Rows(value)),
            Html.Element("details", Html.Element("summary", "Answers"), TableLayout.ToHtml(Answers(value))));
    }

    /// <inheritdoc/>
    protected override string ToText(GuessingGame value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TableLayout.ToText(Rows(value)) + "\nThe answers follow further down." + new string('\n', LinesBetween) + TableLayout.ToText(Answers(value));
    }

    private static TableView Rows(GuessingGame game)
    {
        var columns = game.Rows.Columns.Take(MostColumns).ToArray();
        return new(
            $"fake or real? {game.IsReal.Count(real => real)} of {game.IsReal.Count} rows are real",
            [.. columns.Select(column => new TableViewColumn(column.Name))],
            [.. Enumerable.Range(0, game.IsReal.Count).Select(row => (IReadOnlyList<string?>)[.. columns.Select(column => column.GetText(row))])])
        {
            Badge = OriginBadge.Mixed,
            RowNames = [.. Enumerable.Range(1, game.IsReal.Count).Select(row => row.ToString(CultureInfo.InvariantCulture))],
            Note = game.Rows.Columns.Count > MostColumns ? $"The first {MostColumns} of {game.Rows.Columns.Count} columns." : "",
            CellLimit = 30,
        };
    }

    private static TableView Answers(GuessingGame game) => new(
        $"answers; the detector is right about {game.DetectorRight} of {game.IsReal.Count}",
        [new("the row is"), new("the detector says"), new("sure that it is real", IsNumber: true)],
        [.. game.IsReal.Select((real, i) => (IReadOnlyList<string?>)[real ? "real" : "synthetic", game.Detector[i] >= 0.5 ? "real" : "synthetic", (game.Detector[i] * 100).ToString("0", CultureInfo.InvariantCulture) + " %"])])
    {
        RowNames = [.. Enumerable.Range(1, game.IsReal.Count).Select(row => row.ToString(CultureInfo.InvariantCulture))],
        Note = string.Create(CultureInfo.InvariantCulture, $"The detector is a model of boosted trees that learnt from {game.Learnt:N0} other rows of either table. Half right is guessing."),
    };
}
