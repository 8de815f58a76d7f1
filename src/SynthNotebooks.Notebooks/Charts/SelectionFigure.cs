using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Quality against closeness of the models that a selection tried.</summary>
public static class SelectionFigure
{
    /// <summary>The chart of a report: the chosen model, those on the Pareto front, and the others that were scored.</summary>
    public static Figure Of(SelectionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int[] scored = [.. Enumerable.Range(0, report.Results.Count).Where(i => report.Results[i].Quality is not null)];
        var chosen = report.Choice is { } choice ? scored.Where(i => i == choice).ToArray() : [];
        int[] front = [.. scored.Except(chosen).Where(report.IsOnFront)];
        var series = new List<Series>();
        Add(chosen.Length > 0 ? $"chosen: {report.Results[chosen[0]].Model}" : "", chosen);
        Add("on the front", front);
        Add("others", [.. scored.Except(chosen).Except(front)]);
        return new XyFigure("Models tried", "Quality of each model against the share of its rows that are nearer to learnt than to held-out rows; upper left is best, 0.5 is what fresh rows give.",
            series, "DCR share", "quality");

        void Add(string name, int[] results)
        {
            if (results.Length > 0)
                series.Add(new(name, [.. results.Select(i => report.Results[i].ClosestShare!.Value)], [.. results.Select(i => report.Results[i].Quality!.Value)], SeriesStyle.Points));
        }
    }
}
