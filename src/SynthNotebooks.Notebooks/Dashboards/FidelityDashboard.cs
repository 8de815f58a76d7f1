using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>An evaluation on one page: the finding, three gauges, every column's distribution, dependences, and what is furthest from the real table.</summary>
/// <param name="Report">What is shown.</param>
/// <remarks>One picture without script or outside references, at most 1 MB, and a text with the same numbers. The same report gives the same bytes.</remarks>
public sealed record FidelityDashboard(EvaluationReport Report)
{
    private const int MostBytes = 1_000_000;

    /// <summary>The page as an SVG document.</summary>
    public string ToSvg()
    {
        var page = Draw(tooltips: true);
        return System.Text.Encoding.UTF8.GetByteCount(page) <= MostBytes ? page : Draw(tooltips: false);
    }

    /// <summary>The page as plain text.</summary>
    public string ToText() => DashboardText.Of(Report);

    private string Draw(bool tooltips)
    {
        var content = new SvgCanvas { Tooltips = tooltips };
        var height = DashboardPage.Draw(content, Report);
        return content.ToDocument(DashboardPage.Width, height, "Fidelity dashboard", Report.Summary, DashboardPage.Background);
    }
}
