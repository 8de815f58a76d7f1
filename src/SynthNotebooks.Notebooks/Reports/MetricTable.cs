using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Scores between floor and ceiling as a table, and in words why some are undefined.</summary>
internal static class MetricTable
{
    private static readonly string[] Head = ["score", "\tvalue", "\t95 % interval", "\tfloor", "\tceiling", "\tgauge", "better"];

    public static void Write(PageWriter page, string caption, IReadOnlyList<CalibratedMetric> metrics)
    {
        CalibratedMetric[] defined = [.. metrics.Where(metric => metric.Value is not null)];
        if (defined.Length > 0)
        {
            page.BeginTable(caption, Head);
            foreach (var metric in defined) Row(page, metric);
            page.EndTable();
        }
        foreach (var same in metrics.Where(metric => metric.Value is null).GroupBy(metric => metric.Undefined))
            page.Open("p class=\"note\"").Text($"Undefined: {string.Join(", ", same.Select(metric => metric.Title))}. Reason: {same.Key}.").Close();
        foreach (var same in defined.Where(metric => metric.GaugeUndefined is not null).GroupBy(metric => metric.GaugeUndefined))
            page.Open("p class=\"note\"").Text($"No gauge: {string.Join(", ", same.Select(metric => metric.Title))}. Reason: {same.Key}.").Close();
    }

    /// <summary>The ends of an interval; a dash when there is none.</summary>
    public static string Interval(CalibratedMetric metric) => metric is { Low: { } low, High: { } high } ? $"{Number(low)} to {Number(high)}" : "-";

    /// <summary>Which values there can be.</summary>
    public static string Range(CalibratedMetric metric) => $"{End(metric.Min)} to {End(metric.Max)}";

    /// <summary>Three decimals, or four digits of what is large or small.</summary>
    public static string Number(double? value) => value is { } number && Math.Abs(number) is >= 1000 or (> 0 and < 0.0005)
        ? (number < 0 ? "−" : "") + Math.Abs(number).ToString(Math.Abs(number) is < 0.0005 or >= 1e7 ? "0.##e0" : "#,0", CultureInfo.InvariantCulture)
        : FigureText.Score(value);

    private static string End(double end) => double.IsFinite(end) ? end.ToString("G4", CultureInfo.InvariantCulture) : end < 0 ? "−∞" : "∞";

    private static void Row(PageWriter page, CalibratedMetric metric)
    {
        page.Open("tr").Element("th scope=\"row\"", metric.Title).Element("td class=\"n strong\"", Number(metric.Value)).Element("td class=\"n\"", Interval(metric));
        page.Element("td class=\"n\"", Number(metric.Floor)).Element("td class=\"n\"", Number(metric.Ceiling)).Open("td class=\"n gauge\"");
        if (metric.Gauge is { } gauge) page.SmallGauge(gauge).Text(FigureText.Signed(gauge));
        else page.Text("-");
        page.Close().Element("td", metric.Direction == Better.Higher ? "higher" : "lower").Close();
    }
}
