using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Every number with its definition, direction, range, floor, ceiling, interval and rows, or why it is undefined.</summary>
internal sealed class AppendixSection : IReportSection
{
    private const int MostPairs = 200;

    public void Write(PageWriter page, ReportInput input)
    {
        page.Section("appendix", "Appendix: every number and its definition");
        if (input.Evaluation is { } report)
        {
            page.Lead("Gauge = (value − floor) / (ceiling − floor), as measured; drawn clipped. Intervals hold with 95 %.");
            Definitions(page, report.Metrics);
            Columns(page, report);
            Pairs(page, report);
        }
        if (input.Attacks is { } attacks) Attacks(page, attacks);
        page.Close();
    }

    private static void Definitions(PageWriter page, IReadOnlyList<CalibratedMetric> metrics)
    {
        page.BeginTable("Scores", ["score and definition", "better", "range", "\tvalue", "\t95 % interval", "\tfloor", "\tceiling", "\tgauge", "\trows"]);
        foreach (var metric in metrics)
        {
            var type = MetricCatalog.Metrics[metric.Name].Type;
            page.Open("tr").Open("th scope=\"row\" class=\"definition\"").Text(metric.Title).Text(" ").Element("code", metric.Name).Open("span").Prose(XmlDocumentation.Summary(type));
            if (XmlDocumentation.Source(type) is { Length: > 0 } source) page.Prose(" Source: " + source);
            page.Close().Close().Element("td", metric.Direction == Better.Higher ? "higher" : "lower").Element("td", MetricTable.Range(metric));
            if (metric.Undefined is { } reason) page.Element("td colspan=\"6\"", $"undefined: {reason}");
            else
            {
                page.Element("td class=\"n strong\"", MetricTable.Number(metric.Value)).Element("td class=\"n\"", MetricTable.Interval(metric)).Element("td class=\"n\"", MetricTable.Number(metric.Floor));
                page.Element("td class=\"n\"", MetricTable.Number(metric.Ceiling)).Element("td class=\"n\"", metric.Gauge is { } gauge ? FigureText.Signed(gauge) : metric.GaugeUndefined ?? "-").Element("td class=\"n\"", FigureText.Count(metric.Rows));
            }
            page.Close();
        }
        page.EndTable();
    }

    private static void Columns(PageWriter page, EvaluationReport report) => page.Table(
        "Columns, in the table's order. ks: 1 − Kolmogorov-Smirnov distance; tv: 1 − total-variation distance; both 0 to 1, higher is better",
        ["column", "by", "\tscore", "\tmissing, real", "\tmissing, synthetic", "reason"],
        report.Columns.Select(column => new[]
        {
            column.Name, column.Score.IsNumeric ? "ks" : "tv", FigureText.Score(column.Score.Value), FigureText.Percent(column.RealMissing), FigureText.Percent(column.SyntheticMissing), column.Score.Reason ?? "",
        }));

    private static void Pairs(PageWriter page, EvaluationReport report)
    {
        var pairs = report.Fidelity.Pairs;
        if (pairs.Count == 0) return;
        page.Open("details").Element("summary", $"All scores of pairs ({FigureText.Count(pairs.Count)})");
        page.Table(
            (pairs.Count > MostPairs ? $"The {MostPairs} lowest of {FigureText.Count(pairs.Count)} pairs; the JSON report has all. " : "Pairs, lowest first. ") + "1 − half the difference of Pearson's r for numbers, otherwise 1 − total-variation distance of the two-way table; 0 to 1, higher is better",
            ["first", "second", "\tscore", "\tdependence, real", "\tsynthetic", "reason"],
            pairs.OrderBy(pair => pair.Value ?? -1).Take(MostPairs).Select(pair => new[] { pair.First, pair.Second, FigureText.Score(pair.Value), FigureText.Score(pair.Real), FigureText.Score(pair.Synthetic), pair.Reason ?? "" }));
        page.Close();
    }

    private static void Attacks(PageWriter page, AttackReport report)
    {
        page.BeginTable("Attacks; AUC 0 to 1, .5 is guessing; risk 0 to 1, 0 is no more than for people who took no part; epsilon from 0", ["attack and definition", "after", "cost", "made"]);
        foreach (var id in report.Plan.Concat(report.Skipped.Select(skipped => skipped.Attack)))
        {
            var entry = AttackCatalog.Attacks[id];
            page.Open("tr").Open("th scope=\"row\" class=\"definition\"").Text(AttackCatalog.Title(id)).Text(" ").Element("code", id).Open("span").Prose(XmlDocumentation.Summary(entry.Type));
            if (XmlDocumentation.Source(entry.Type) is { Length: > 0 } source) page.Prose(" Source: " + source);
            page.Close().Close().Element("td", OptionNames.Kebab(entry.Attribute.Kind.ToString())).Element("td", OptionNames.Kebab(entry.Attribute.Cost.ToString()));
            page.Element("td", report.Skipped.FirstOrDefault(skipped => skipped.Attack == id) is { } skipped ? $"no: {skipped.Reason}" : "yes").Close();
        }
        page.EndTable();
    }
}
