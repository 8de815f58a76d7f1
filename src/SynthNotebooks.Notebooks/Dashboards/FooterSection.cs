using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>What was left out, what the marks mean, and who the page is for.</summary>
internal sealed class FooterSection : IDrawnSection<EvaluationReport>
{
    private const int MostRemarks = 6;

    public double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        var at = y + 8;
        foreach (var note in Notes(report))
        {
            foreach (var line in TextMeasure.Wrap(Displays.VisibleText.Of(note), 11, DashboardPage.Column.Width, 3))
            {
                canvas.Text(DashboardPage.Margin, at + 10, line, 11, Palette.Muted);
                at += 16;
            }
        }
        return at + 20;
    }

    /// <summary>The notes, one a line.</summary>
    public static IEnumerable<string> Notes(EvaluationReport report)
    {
        if (report.LeftOut.Count > 0)
        {
            var more = report.LeftOut.Count > MostRemarks ? $"; and {report.LeftOut.Count - MostRemarks} more" : "";
            yield return "Left out: " + string.Join("; ", report.LeftOut.Take(MostRemarks).Select(pair => $"'{FigureText.Cell(pair.Key)}' ({pair.Value})")) + more + ".";
        }
        foreach (var remark in report.Fidelity.Remarks.Take(MostRemarks)) yield return remark;
        if (report.Fidelity.Remarks.Count > MostRemarks) yield return $"... and {report.Fidelity.Remarks.Count - MostRemarks} more remarks.";
        yield return "Floor: columns drawn independently of each other (Trend, Quality) or spread evenly over their range (Shape). Ceiling: "
            + (report.HoldoutRows is null ? "the real table resampled with replacement." : "real rows that the generator never saw.") + " Gauges are shown as measured and drawn clipped.";
        foreach (var risk in report.Privacy.Metrics.Where(risk => risk.Value is not null))
            yield return $"{risk.Title} {FigureText.Score(risk.Value)}; held-out real rows score {FigureText.Score(risk.Ceiling)}, a table that repeats real rows {FigureText.Score(risk.Floor)}.";
        yield return "Made from real records and not itself private: for the custodian of the data.";
    }
}
