using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Writes the report in the keys that scripts read.</summary>
internal static class ReportJson
{
    // Strict escaping: the text can stand in a page or a terminal.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static string Write(EvaluationReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            Header(json, report);
            json.WriteStartObject("fidelity");
            json.WriteStartObject("modes");
            foreach (var mode in report.Modes) Mode(json, mode);
            json.WriteEndObject();
            json.WriteEndObject();
            Section(json, "utility", report.Utility);
            Section(json, "privacy", report.Privacy);
            Metrics(json, report.Metrics);
            OverlayJson.Write(json, report);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Header(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteString("summary", report.Summary);
        json.WriteString("purpose", report.Purpose == EvaluationPurpose.Drift ? "drift" : "fidelity");
        Text(json, "label", report.Label);
        Text(json, "target", report.Target);
        json.WriteNumber("seed", report.Seed);
        json.WriteStartObject("rows");
        json.WriteNumber("train", report.RealRows);
        json.WriteNumber("synthetic", report.SyntheticRows);
        if (report.HoldoutRows is { } holdout) json.WriteNumber("holdout", holdout);
        else json.WriteNull("holdout");
        json.WriteEndObject();
        json.WriteString("ceiling", report.HoldoutRows is null ? "bootstrap" : "holdout");
        json.WriteBoolean("private", false);
        json.WriteStartArray("left_out");
        foreach (var (name, reason) in report.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Mode(Utf8JsonWriter json, FidelityScores scores)
    {
        json.WriteStartObject(scores.Mode.Name);
        Number(json, "shape", scores.Shape);
        Number(json, "trend", scores.Trend);
        Number(json, "quality", scores.Quality);
        json.WriteStartArray("columns");
        foreach (var column in scores.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("metric", column.IsNumeric ? "ks" : "tv");
            Number(json, "value", column.Value);
            Text(json, "reason", column.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (var pair in scores.Pairs) Pair(json, pair);
        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var remark in scores.Remarks) json.WriteStringValue(remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter json, PairScore pair)
    {
        json.WriteStartObject();
        json.WriteString("first", pair.First);
        json.WriteString("second", pair.Second);
        json.WriteString("metric", pair.Kind == PairKind.Numeric ? "correlation-similarity" : "contingency-similarity");
        Number(json, "value", pair.Value);
        Number(json, "real", pair.Real);
        Number(json, "synthetic", pair.Synthetic);
        json.WriteBoolean("counts", pair.Counts);
        Text(json, "reason", pair.Reason);
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, string name, ReportSection section)
    {
        json.WriteStartObject(name);
        Text(json, "undefined", section.Undefined);
        Metrics(json, section.Metrics);
        json.WriteEndObject();
    }

    private static void Metrics(Utf8JsonWriter json, IReadOnlyList<CalibratedMetric> metrics)
    {
        json.WriteStartArray("metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("name", metric.Name);
            json.WriteString("title", metric.Title);
            json.WriteString("group", metric.Group.ToString().ToLowerInvariant());
            Number(json, "value", metric.Value);
            Number(json, "low", metric.Low);
            Number(json, "high", metric.High);
            Number(json, "floor", metric.Floor);
            Number(json, "ceiling", metric.Ceiling);
            Number(json, "gauge", metric.Gauge);
            json.WriteString("direction", metric.Direction == Better.Higher ? "higher" : "lower");
            json.WriteNumber("rows", metric.Rows);
            Text(json, "undefined", metric.Undefined);
            Text(json, "gauge_undefined", metric.GaugeUndefined);
            Number(json, "min", metric.Min);
            Number(json, "max", metric.Max);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }
}
