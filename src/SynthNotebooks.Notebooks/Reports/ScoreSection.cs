using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>The leading scores as gauges, and Shape, Trend and Quality by the definitions of other tools.</summary>
internal sealed class ScoreSection : IReportSection
{
    private static readonly string[] Leading = ["shape", "trend", "quality", "three-way-error", "detection-boosting", "utility-boosting", "importance-agreement", "dcr-share"];

    public void Write(PageWriter page, ReportInput input)
    {
        if (input.Evaluation is not { } report) return;
        var floor = "Floor: every column drawn on its own (for scores of single columns: spread evenly; for privacy: real rows repeated). Ceiling: ";
        page.Section("scores", "Scores between floor and ceiling", floor + (input.IsDrift ? "a resample of the earlier table." : $"{input.Reference}."));
        page.Open("div class=\"grid small\"");
        foreach (var name in Leading)
            if (input.Metric(name) is { Value: not null } metric)
                page.Figure(new GaugeFigure(metric) { Title = $"{metric.Title} {MetricTable.Number(metric.Value)}", Width = 340, Height = 128 }, numbers: false);
        page.Close();
        MetricTable.Write(page, "Shape, Trend and Quality", input.Of(MetricGroup.Fidelity));
        page.Table(
            "The same by definition: default cuts numbers at the real table's edges; the others are pinned to versions of SDMetrics", ["mode", "\tShape", "\tTrend", "\tQuality"],
            report.Modes.Select(mode => new[] { mode.Mode.Name, FigureText.Score(mode.Shape), FigureText.Score(mode.Trend), FigureText.Score(mode.Quality) }));
        foreach (var remark in report.Fidelity.Remarks.Take(10)) page.Element("p class=\"note\"", remark);
        page.Close();
    }
}
