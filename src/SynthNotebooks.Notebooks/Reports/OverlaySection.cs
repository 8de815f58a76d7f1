using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Reports;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Many columns together: rows on the plane of two components, and how far rows are from real ones.</summary>
internal sealed class OverlaySection : IReportSection
{
    public void Write(PageWriter page, ReportInput input)
    {
        var metrics = input.Of(MetricGroup.Joint);
        if (input.Evaluation is not { } report || metrics.Count == 0) return;
        page.Section("together", "Many columns together", "Where synthetic rows lie among real ones when all columns count at once.");
        page.Open("div class=\"grid\"");
        if (report.Plane is { } plane) page.Figure(Plane(plane));
        if (report.Neighbours is { } neighbours) page.Figure(Distances(neighbours, report));
        page.Close();
        MetricTable.Write(page, "Scores of rows and of several columns at once", metrics);
        page.Close();
    }

    private static XyFigure Plane(PrincipalPlane plane) => new(
        "Principal components", "Rows drawn at random on the plane of the real table's first two principal components; both clouds should cover the same ground.",
        [Cloud("real", plane.Real), Cloud("synthetic", plane.Synthetic)],
        $"first component ({FigureText.Percent(plane.FirstShare)} of the variance)", $"second ({FigureText.Percent(plane.SecondShare)})")
    { Width = 520, Height = 400 };

    private static Series Cloud(string name, IReadOnlyList<(double X, double Y)> points) => new(name, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], SeriesStyle.Points);

    private static XyFigure Distances(NeighbourDistances distances, EvaluationReport report)
    {
        double[] centres = [.. Enumerable.Range(0, distances.Real.Count).Select(i => (distances.Edges[i] + distances.Edges[i + 1]) / 2)];
        var ceiling = report.HoldoutRows is null ? "resampled" : "held-out";
        return new(
            "Distance to the nearest real row", $"Share of rows by distance to the nearest real row: a synthetic curve left of the {ceiling} one tells of copying, one to the right of rows where no real ones are. Distance: the mean over columns of the difference in shares of the range, or of mismatch.",
            [new("real, to others", centres, distances.Real), new("synthetic", centres, distances.Synthetic), new(ceiling, centres, distances.Ceiling)],
            "distance (mean over columns)", "share of rows")
        { Width = 520, Height = 400 };
    }
}
