using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Evaluation.Reports;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Every column: its distribution in both tables and its scores, the worst first.</summary>
internal sealed class ColumnSection : IReportSection
{
    private const int MostOpen = 8;

    public void Write(PageWriter page, ReportInput input)
    {
        if (input.Evaluation is not { } report) return;
        var order = report.Columns.OrderBy(column => column.Score.Value ?? double.PositiveInfinity).ToArray();
        var drawn = order.Take(input.MostColumns).ToArray();
        page.Section("columns", "Columns", "Worst first. A score of 1 means the same distribution: 1 − Kolmogorov-Smirnov distance for numbers and dates, 1 − total variation for categories.");
        page.Open("div class=\"grid\"");
        for (var i = 0; i < drawn.Length; i++) Card(page, drawn[i], i < MostOpen);
        page.Close();
        if (drawn.Length < order.Length)
            page.Table($"The other {order.Length - drawn.Length} columns, which score higher", ["column", "\tscore", "\tmissing, real", "\tmissing, synthetic"], order.Skip(drawn.Length).Select(Row));
        MetricTable.Write(page, "Scores of single columns, averaged over the columns they apply to", input.Of(MetricGroup.Columns));
        page.Close();
    }

    private static void Card(PageWriter page, ColumnDistribution column, bool open)
    {
        _ = open ? page.Open("details class=\"card column\" open=\"open\"") : page.Open("details class=\"card column\"");
        page.Open("summary").Element("span class=\"name\"", column.Name).Text(" ").Element("span class=\"score\"", FigureText.Score(column.Score.Value)).Close();
        if (Figure(column) is { } figure) page.Figure(figure);
        page.Open("dl class=\"facts\"");
        Fact(column.Score.IsNumeric ? "1 − KS distance" : "1 − total variation", FigureText.Score(column.Score.Value));
        if (column.Score.Reason is { } reason) Fact("Why", reason);
        Fact("Missing, real → synthetic", $"{FigureText.Percent(column.RealMissing)} → {FigureText.Percent(column.SyntheticMissing)}");
        if (column.Score.IsNumeric) Fact("Synthetic outside the real range", FigureText.Percent(column.SyntheticOther));
        else if (column.Others > 0)
            Fact($"{column.Others.ToString(CultureInfo.InvariantCulture)} more categories, real → synthetic", $"{FigureText.Percent(column.RealOther)} → {FigureText.Percent(column.SyntheticOther)}");
        page.Close().Close();

        void Fact(string name, string value) => page.Open("div").Element("dt", name).Element("dd", value).Close();
    }

    private static Figure? Figure(ColumnDistribution column)
    {
        if (column.Real.Count == 0) return null;
        if (column.Score.IsNumeric)
            return new HistogramFigure(column.Name, $"Distribution of {column.Name}: real rows as filled bars, synthetic rows as a dashed outline.", column.Edges, column.Real, column.Synthetic, "", column.Score.Measure == ColumnMeasure.Date) { Width = 480, Height = 290 };
        IReadOnlyList<string> labels = column.Labels;
        IReadOnlyList<double> real = column.Real, synthetic = column.Synthetic;
        if (column.Others > 0)
            (labels, real, synthetic) = ([.. labels, column.Others == 1 ? "1 other" : $"{column.Others} others"], [.. real, column.RealOther], [.. synthetic, column.SyntheticOther]);
        return new CategoryBarsFigure(column.Name, $"Share of the rows with each category of {column.Name}: real filled, synthetic hatched.", labels, real, synthetic) { Width = 480, Height = Math.Max(150, 96 + 27 * labels.Count) };
    }

    private static string[] Row(ColumnDistribution column) => [column.Name, FigureText.Score(column.Score.Value), FigureText.Percent(column.RealMissing), FigureText.Percent(column.SyntheticMissing)];
}
