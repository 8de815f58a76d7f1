using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A release's quality with that of <c>dp-independent</c> beside it; for the data's custodian.</summary>
public sealed class PrivateReleaseDisplay : TableDisplay<PrivateReleaseScores>
{
    /// <inheritdoc/>
    protected override TableView View(PrivateReleaseScores value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            value.Release.Claim,
            [new("method"), new("rows", IsNumber: true), new("shape", IsNumber: true), new("trend", IsNumber: true), new("quality", IsNumber: true)],
            [.. value.Scores.Select(line => (IReadOnlyList<string?>)[line.Method, FigureText.Count(line.Rows), FigureText.Score(line.Scores.Shape), FigureText.Score(line.Scores.Trend), FigureText.Score(line.Scores.Quality)])])
        {
            Badge = value.Release.IsPrivate ? "private release" : "NON-PRIVATE",
            Note = $"Budget: {value.Release.Shares}. FOR THE CUSTODIAN: the scores read the real table and are not private; the released rows are.",
        };
    }
}
