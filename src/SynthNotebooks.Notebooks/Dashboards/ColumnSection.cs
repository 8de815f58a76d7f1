using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Evaluation.Reports;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>The distribution of every column, real and synthetic laid over each other, the worst first.</summary>
internal sealed class ColumnSection : IDrawnSection<EvaluationReport>
{
    /// <summary>Most columns drawn.</summary>
    public const int Most = 24;

    private const int Across = 4;
    private const int MostBars = 5;
    private const double Height = 178;

    public double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        var order = Ordered(report).ToArray();
        var remark = order.Length < report.Columns.Count ? $"the {order.Length} worst of {report.Columns.Count} columns" : "worst first; 1 is best";
        var top = DashboardPage.Heading(canvas, y, "Columns", remark, room: 200);
        Legends.Pair(canvas, DashboardPage.Column.Right, y + 18);
        var width = (DashboardPage.Column.Width - (Across - 1) * DashboardPage.Gap) / Across;
        for (var i = 0; i < order.Length; i++)
            Panel(canvas, new(DashboardPage.Margin + i % Across * (width + DashboardPage.Gap), top + i / Across * (Height + DashboardPage.Gap), width, Height), order[i]);
        return top + (order.Length + Across - 1) / Across * (Height + DashboardPage.Gap) + 8;
    }

    /// <summary>The columns that are drawn: the worst first, those without a score last.</summary>
    public static IEnumerable<ColumnDistribution> Ordered(EvaluationReport report) =>
        report.Columns.OrderBy(column => column.Score.Value ?? double.PositiveInfinity).Take(Most);

    private static void Panel(SvgCanvas canvas, Box box, ColumnDistribution column)
    {
        DashboardPage.Card(canvas, box);
        canvas.Open($"{FigureText.Cell(column.Name)}: {FigureText.Score(column.Score.Value)}");
        canvas.Text(box.X + 14, box.Y + 23, column.Name, 12.5, Palette.Ink, bold: true, width: box.Width - 84);
        canvas.Text(box.Right - 14, box.Y + 23, FigureText.Score(column.Score.Value), 12.5, Palette.Ink, Anchor.End, bold: true);
        var plot = box.Inset(14, 34, 14, 12);
        var note = Note(column);
        if (note.Length > 0) canvas.Text(box.X + 14, box.Y + 37, note, 9.5, Palette.Muted, width: box.Width - 28);
        if (column.Real.Count == 0 && column.RealOther == 0) Empty(canvas, plot, column.Score.Reason ?? "no value");
        else if (column.Score.IsNumeric) Histogram(canvas, plot.Inset(0, 10, 0, 12), column);
        else CategoryBarsPlot.Draw(canvas, plot.Inset(0, 8, 0, 0), Bars(column), 10.5);
        canvas.Close();
    }

    private static void Histogram(SvgCanvas canvas, Box box, ColumnDistribution column) =>
        HistogramPlot.Draw(canvas, box, new(column.Name, "", column.Edges, column.Real, column.Synthetic, Dates: column.Score.Measure == ColumnMeasure.Date), compact: true);

    private static CategoryBarsFigure Bars(ColumnDistribution column)
    {
        var shown = Math.Min(column.Labels.Count, column.Labels.Count + (column.Others > 0 ? 1 : 0) > MostBars ? MostBars - 1 : MostBars);
        var others = column.Labels.Count - shown + column.Others;
        if (others == 0) return new(column.Name, "", column.Labels, column.Real, column.Synthetic);
        return new(
            column.Name, "", [.. column.Labels.Take(shown), others == 1 ? "1 other" : $"{others} others"],
            [.. column.Real.Take(shown), column.Real.Skip(shown).Sum() + column.RealOther],
            [.. column.Synthetic.Take(shown), column.Synthetic.Skip(shown).Sum() + column.SyntheticOther]);
    }

    private static string Note(ColumnDistribution column)
    {
        var notes = new List<string>();
        if (column.RealMissing > 0 || column.SyntheticMissing > 0)
            notes.Add($"missing {FigureText.Percent(column.RealMissing)} → {FigureText.Percent(column.SyntheticMissing)}");
        if (column.Score.IsNumeric && column.SyntheticOther > 0) notes.Add($"{FigureText.Percent(column.SyntheticOther)} out of range");
        return string.Join("; ", notes);
    }

    private static void Empty(SvgCanvas canvas, Box box, string reason)
    {
        var y = box.Y + box.Height / 2;
        foreach (var line in TextMeasure.Wrap("Not drawn: " + reason + ".", 11, box.Width, 3))
        {
            canvas.Text(box.X, y, line, 11, Palette.Muted);
            y += 14;
        }
    }
}
