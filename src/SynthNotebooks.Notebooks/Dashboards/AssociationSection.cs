using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>Dependence between columns as three heat maps: real, synthetic, difference.</summary>
internal sealed class AssociationSection : IDrawnSection<EvaluationReport>
{
    /// <summary>Most columns in a map.</summary>
    public const int Most = 30;

    public double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        var all = report.Associations;
        if (all.Names.Count < 2) return y;
        var shown = Enumerable.Range(0, Math.Min(Most, all.Names.Count)).ToArray();
        var remark = "Pearson's r between numbers, else Cramér's V; orange with a dash is negative" + (shown.Length < all.Names.Count ? $"; the first {shown.Length} of {all.Names.Count} columns" : "");
        var top = DashboardPage.Heading(canvas, y, "Dependence between columns", remark);
        string[] names = [.. shown.Select(i => all.Names[i])];
        var labels = Math.Clamp(HeatMapPlot.LabelWidth(names, HeatMapPlot.LabelSize(270.0 / names.Length)), 40, 132);
        var column = DashboardPage.Column;
        const double Between = 22, Scales = 58, Pad = 16;
        var side = (column.Width - 2 * Pad - labels - 2 * Between - 2 * Scales) / 3;
        var height = 34 + side + labels + 12;
        DashboardPage.Card(canvas, new(column.X, top, column.Width, height));
        var x = column.X + Pad + labels;
        var limit = Limit(all.Difference, shown);
        Map("Real", all.Real, 1, labels);
        x += side + Between;
        Map("Synthetic", all.Synthetic, 1, 0);
        HeatMapPlot.DrawScale(canvas, new(x + side + 10, top + 34, 12, side), 1);
        x += side + Between + Scales;
        Map("Difference (synthetic − real)", all.Difference, limit, 0);
        HeatMapPlot.DrawScale(canvas, new(x + side + 10, top + 34, 12, side), limit);
        return top + height + DashboardPage.Gap + 8;

        void Map(string title, IReadOnlyList<IReadOnlyList<double?>> values, double largest, double left)
        {
            canvas.Open(title);
            canvas.Text(x, top + 22, title, 12.5, Palette.Ink, bold: true, width: side + 30);
            IReadOnlyList<double?>[] cells = [.. shown.Select(i => (IReadOnlyList<double?>)[.. shown.Select(j => values[i][j])])];
            HeatMapPlot.Draw(canvas, new(x, top + 34, side, side), new(title, "", names, cells, largest), left, labels);
            canvas.Close();
        }
    }

    /// <summary>The largest difference, rounded up to a tenth, a quarter, a half or one, so that its scale is easy to read.</summary>
    public static double Limit(IReadOnlyList<IReadOnlyList<double?>> difference, IReadOnlyList<int> shown)
    {
        var largest = 0.0;
        foreach (var i in shown)
            foreach (var j in shown) largest = Math.Max(largest, Math.Abs(difference[i][j] ?? 0));
        return largest switch { <= 0.1 => 0.1, <= 0.2 => 0.2, <= 0.5 => 0.5, <= 1 => 1, _ => 2 };
    }
}
