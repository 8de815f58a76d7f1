using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>All scores in one table, and each release folded up below it; where scripts run a slider over epsilon unfolds one. Everything stands in the output, so no kernel is asked.</summary>
public sealed class ReleaseShelfDisplay : HtmlDisplay<ReleaseShelf>
{
    private const int Rows = 10;

    /// <inheritdoc/>
    protected override Html ToHtml(ReleaseShelf value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var folded = value.Releases.Select(release => Html.Element("details",
            Html.Element("summary", $"epsilon {Epsilon(release)}: {release.Scores.Release.Method}"),
            Html.Element("p", release.Scores.Release.Claim),
            TableLayout.ToHtml(Scores(release)),
            TableLayout.ToHtml(Head(release.Scores.Release.Table))));
        var facts = new JsonObject { ["kind"] = "releases", ["steps"] = new JsonArray([.. value.Releases.Select(release => (JsonNode)JsonValue.Create($"{Epsilon(release)} ({release.Scores.Release.Method})"))]) };
        return LiveScript.Behind(Html.Concat([TableLayout.ToHtml(Summary(value)), .. folded]), facts, "layout.js", "releases.js");
    }

    /// <inheritdoc/>
    protected override string ToText(ReleaseShelf value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TableLayout.ToText(Summary(value));
    }

    private static TableView Summary(ReleaseShelf shelf) => new(
        $"{Counts.Of(shelf.Releases.Count, "stored release")} by epsilon",
        [new("epsilon", IsNumber: true), new("method"), new("rows", IsNumber: true), new("shape", IsNumber: true), new("trend", IsNumber: true), new("quality", IsNumber: true), new("dp-independent", IsNumber: true)],
        [.. shelf.Releases.Select(release => (IReadOnlyList<string?>)
        [
            Epsilon(release), .. Cells(release.Scores.Scores[0]), release.Scores.Scores.Count > 1 ? FigureText.Score(release.Scores.Scores[1].Scores.Quality) : "-",
        ])])
    {
        Note = "Looking at stored releases costs no budget. FOR THE CUSTODIAN: the scores read the real table and are not private; the released rows are. The last column is the quality of dp-independent beside the release.",
    };

    private static TableView Scores(ShelvedRelease release) => new(
        "scores against the real table",
        [new("method"), new("rows", IsNumber: true), new("shape", IsNumber: true), new("trend", IsNumber: true), new("quality", IsNumber: true)],
        [.. release.Scores.Scores.Select(Cells)])
    {
        Note = $"Budget: {release.Scores.Release.Shares}.",
    };

    private static IReadOnlyList<string?> Cells((string Method, long Rows, Evaluation.Fidelity.FidelityScores Scores) line) =>
        [line.Method, FigureText.Count(line.Rows), FigureText.Score(line.Scores.Shape), FigureText.Score(line.Scores.Trend), FigureText.Score(line.Scores.Quality)];

    private static TableView Head(DataFrame table) => new TablePages(table).Page(new(Size: Rows)) with { Note = table.Rows.Count > Rows ? $"The first {Rows} rows." : "" };

    private static string Epsilon(ShelvedRelease release) => release.Epsilon.ToString(CultureInfo.InvariantCulture);
}
