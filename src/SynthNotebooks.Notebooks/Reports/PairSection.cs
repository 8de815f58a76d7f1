using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reports;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>How columns depend on each other in both tables, and the pairs that are furthest from the real table.</summary>
internal sealed class PairSection : IReportSection
{
    private const int MostNames = 30, MostRows = 15;

    public void Write(PageWriter page, ReportInput input)
    {
        if (input.Evaluation is not { Associations.Names.Count: > 1 } report) return;
        page.Section("pairs", "Pairs of columns", "Dependence is Pearson's r between numbers, otherwise Cramér's V. Blue is positive, orange with a dash negative.");
        Maps(page, report.Associations);
        page.Table(
            "Pairs furthest from the real table; 1 is best", ["pair", "\tscore", "\tdependence, real", "\tdependence, synthetic"],
            report.WorstPairs.Take(MostRows).Select(pair => new[] { $"{pair.First} with {pair.Second}", FigureText.Score(pair.Value), FigureText.Score(pair.Real), FigureText.Score(pair.Synthetic) }));
        foreach (var pair in report.PairTables.Where(pair => pair.Score is < 0.9995)) page.Figure(TwoWayFigure.Of(pair), wide: true);
        MetricTable.Write(page, "Scores of pairs, averaged over the pairs they apply to", input.Of(MetricGroup.Pairs));
        page.Close();
    }

    private static void Maps(PageWriter page, AssociationMatrices all)
    {
        int[] shown = [.. Enumerable.Range(0, Math.Min(MostNames, all.Names.Count))];
        string[] names = [.. shown.Select(i => all.Names[i])];
        var some = shown.Length < all.Names.Count ? $" The first {shown.Length} of {all.Names.Count} columns." : "";
        var width = shown.Length > 20 ? 620 : 520;
        var labels = Math.Min(HeatMapPlot.LabelWidth(names, 11), (width - 40) * 0.3);
        var height = (int)(width - 40 - labels - 70 + labels + 64); // a square of cells, names below it
        page.Open("div class=\"grid\"");
        Map("Real", all.Real, 1);
        Map("Synthetic", all.Synthetic, 1);
        Map("Difference (synthetic − real)", all.Difference, AssociationSection.Limit(all.Difference, shown));
        page.Close();

        void Map(string title, IReadOnlyList<IReadOnlyList<double?>> values, double limit)
        {
            IReadOnlyList<double?>[] cells = [.. shown.Select(i => (IReadOnlyList<double?>)[.. shown.Select(j => values[i][j])])];
            page.Figure(new HeatMapFigure(title, $"{title}: dependence of every pair of columns as a heat map.{some}", names, cells, limit) { Width = width, Height = height }, numbers: shown.Length <= 16);
        }
    }
}
