using System.Text;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Reports;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>The dashboard as plain text, with the numbers that the picture shows.</summary>
internal static class DashboardText
{
    public static string Of(EvaluationReport report)
    {
        var text = new StringBuilder();
        text.Append("FIDELITY").Append(report.Label is { } label ? $" of {VisibleText.Of(label)}" : "").Append('\n');
        text.Append(VisibleText.Of(report.Summary)).Append('\n').Append(VisibleText.Of(HeaderSection.Facts(report))).Append("\n\n");
        text.Append("Scores (1 is best)\n").Append(FigureText.Table(
            ["", "value", "floor", "ceiling", "gauge"],
            report.Metrics.Except(report.Privacy.Metrics).Select(metric => new[]
            {
                metric.Title, FigureText.Score(metric.Value), FigureText.Score(metric.Floor), FigureText.Score(metric.Ceiling),
                metric.Gauge is { } gauge ? FigureText.Signed(gauge) : "-",
            })));
        foreach (var metric in report.Metrics.Except(report.Privacy.Metrics))
            if ((metric.Undefined ?? metric.GaugeUndefined) is { } reason) text.Append($"  {metric.Title}: {(metric.Undefined is null ? "no gauge, " : "undefined, ")}{reason}.\n");
        text.Append("\nBy definition\n").Append(FigureText.Table(
            ["mode", "Shape", "Trend", "Quality"],
            report.Modes.Select(mode => new[] { mode.Mode.Name, FigureText.Score(mode.Shape), FigureText.Score(mode.Trend), FigureText.Score(mode.Quality) })));
        Columns(text, report);
        Pairs(text, report);
        text.Append('\n');
        foreach (var note in FooterSection.Notes(report)) text.Append(VisibleText.Of(note)).Append('\n');
        return text.ToString();
    }

    private static void Columns(StringBuilder text, EvaluationReport report)
    {
        var shown = ColumnSection.Ordered(report).ToArray();
        text.Append(shown.Length < report.Columns.Count ? $"\nColumns, the {shown.Length} worst of {report.Columns.Count}\n" : "\nColumns, worst first\n");
        text.Append(FigureText.Table(["column", "score", "real", "synthetic"], shown.Select(Row)));

        static string[] Row(ColumnDistribution column)
        {
            var (real, synthetic) = column.Score.IsNumeric ? (Missing(column.RealMissing), Missing(column.SyntheticMissing)) : (Top(column, column.Real), Top(column, column.Synthetic));
            return [column.Name, FigureText.Score(column.Score.Value), real, synthetic];
        }

        static string Missing(double share) => share > 0 ? FigureText.Percent(share) + " missing" : "-";

        static string Top(ColumnDistribution column, IReadOnlyList<double> shares) =>
            column.Labels.Count == 0 ? "-" : $"{FigureText.Cell(column.Labels[0])} {FigureText.Percent(shares[0])}";
    }

    private static void Pairs(StringBuilder text, EvaluationReport report)
    {
        var pairs = report.WorstPairs.Take(WorstSection.Most).ToArray();
        if (pairs.Length == 0) return;
        text.Append("\nPairs furthest from the real table (dependence: Pearson's r or Cramér's V)\n").Append(FigureText.Table(
            ["first", "second", "score", "real", "synthetic"],
            pairs.Select(pair => new[] { pair.First, pair.Second, FigureText.Score(pair.Value), FigureText.Score(pair.Real), FigureText.Score(pair.Synthetic) })));
    }
}
