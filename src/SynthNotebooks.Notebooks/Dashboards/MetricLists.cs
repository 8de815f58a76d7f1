using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>The scores as tables of text: the leading ones first, the others by the part of the report they belong to.</summary>
internal static class MetricLists
{
    public static void Append(StringBuilder text, IReadOnlyList<CalibratedMetric> metrics)
    {
        foreach (var group in metrics.GroupBy(metric => metric.Group))
        {
            text.Append(group.Key == metrics[0].Group ? "" : "\n").Append(Heading(group.Key)).Append('\n');
            CalibratedMetric[] defined = [.. group.Where(metric => metric.Value is not null)];
            if (defined.Length > 0) text.Append(FigureText.Table(["", "value", "floor", "ceiling", "gauge", "better"], defined.Select(Row)));
            // Metrics of a group are mostly undefined for one reason, which is told once.
            foreach (var same in group.Where(metric => metric.Value is null).GroupBy(metric => metric.Undefined))
                text.Append($"  {string.Join(", ", same.Select(metric => metric.Title))}: undefined, {same.Key}.\n");
            foreach (var same in defined.Where(metric => metric.GaugeUndefined is not null).GroupBy(metric => metric.GaugeUndefined))
                text.Append($"  {string.Join(", ", same.Select(metric => metric.Title))}: no gauge, {same.Key}.\n");
        }
    }

    private static string[] Row(CalibratedMetric metric) =>
    [
        metric.Title, FigureText.Score(metric.Value), FigureText.Score(metric.Floor), FigureText.Score(metric.Ceiling),
        metric.Gauge is { } gauge ? FigureText.Signed(gauge) : "-", metric.Direction == Better.Higher ? "higher" : "lower",
    ];

    private static string Heading(MetricGroup group) => group switch
    {
        MetricGroup.Fidelity => "Scores (1 is best)",
        MetricGroup.Columns => "Columns one by one",
        MetricGroup.Pairs => "Pairs of columns",
        MetricGroup.Joint => "Many columns together",
        MetricGroup.Time => "Order in time",
        MetricGroup.Validity => "Validity of cells",
        MetricGroup.Detection => "Telling real from synthetic",
        MetricGroup.Utility => "Models trained on synthetic rows",
        MetricGroup.Fairness => "Fairness between groups",
        _ => "Risk to the records learnt",
    };
}
