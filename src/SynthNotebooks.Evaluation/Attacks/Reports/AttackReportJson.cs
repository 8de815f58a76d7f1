using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks.Reports;

/// <summary>Writes the report in the keys that scripts read; docs/attack-report.schema.json describes them.</summary>
internal static class AttackReportJson
{
    // Strict escaping: the text can stand in a page or a terminal.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static string Write(AttackReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            Header(json, report);
            json.WriteStartArray("results");
            foreach (var result in report.Results) Result(json, result);
            json.WriteEndArray();
            json.WriteStartArray("controls");
            foreach (var control in report.Controls) Control(json, control);
            json.WriteEndArray();
            json.WriteStartArray("skipped");
            foreach (var skipped in report.Skipped)
            {
                json.WriteStartObject();
                json.WriteString("attack", skipped.Attack);
                json.WriteString("reason", skipped.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Header(Utf8JsonWriter json, AttackReport report)
    {
        json.WriteString("summary", report.Summary);
        Text(json, "label", report.Label);
        json.WriteBoolean("private", false);
        json.WriteNumber("seed", report.Seed);
        json.WriteNumber("delta", report.Delta);
        json.WriteStartObject("rows");
        json.WriteNumber("train", report.TrainRows);
        json.WriteNumber("synthetic", report.SyntheticRows);
        if (report.HoldoutRows is { } holdout) json.WriteNumber("holdout", holdout);
        else json.WriteNull("holdout");
        json.WriteNumber("reference", report.ReferenceRows);
        json.WriteEndObject();
        Texts(json, "columns", report.Columns);
        Texts(json, "plan", report.Plan);
        Texts(json, "warnings", report.Warnings);
        json.WriteStartObject("smallest_n");
        json.WriteNumber("tpr_at_1pct_fpr", MembershipVerdict.LeastFor1Percent);
        json.WriteNumber("tpr_at_0_1pct_fpr", MembershipVerdict.LeastForTenthPercent);
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, AttackResult result)
    {
        json.WriteStartObject();
        json.WriteString("attack", result.Attack);
        json.WriteString("kind", Kind(result.Kind));
        json.WriteString("scope", result.Scope);
        Interval(json, "auc", result.Membership?.Auc);
        Number(json, "auc_hull", result.Membership?.AucHull);
        Number(json, "tpr_at_1pct_fpr", result.Membership?.TprAt1Percent);
        Number(json, "tpr_at_0_1pct_fpr", result.Membership?.TprAtTenthPercent);
        Number(json, "advantage", result.Membership?.Advantage);
        Number(json, "epsilon_lower_bound", result.Membership?.Epsilon?.Value ?? result.Audit?.EpsilonLowerBound);
        Epsilon(json, result);
        Risk(json, result);
        json.WriteNumber("n_members", result.Members);
        json.WriteNumber("n_nonmembers", result.NonMembers);
        json.WriteEndObject();
    }

    private static void Epsilon(Utf8JsonWriter json, AttackResult result)
    {
        if (result.Membership?.Epsilon is { } bound)
        {
            json.WriteStartObject("epsilon");
            json.WriteNumber("low", bound.Value);
            Number(json, "high", bound.High);
            json.WriteNumber("ceiling", bound.Ceiling);
            json.WriteNumber("confidence", 0.95);
            json.WriteNumber("true_positives", bound.TruePositives);
            json.WriteNumber("members", bound.Members);
            json.WriteNumber("false_positives", bound.FalsePositives);
            json.WriteNumber("nonmembers", bound.NonMembers);
            json.WriteEndObject();
        }
        else if (result.Audit is { } audit)
        {
            json.WriteStartObject("epsilon");
            json.WriteNumber("low", audit.EpsilonLowerBound);
            json.WriteNull("high");
            json.WriteNumber("ceiling", audit.Ceiling);
            json.WriteNumber("confidence", 0.95);
            json.WriteNumber("canaries", audit.Canaries);
            json.WriteNumber("guesses", audit.Guesses);
            json.WriteNumber("right", audit.Right);
            json.WriteEndObject();
        }
        else json.WriteNull("epsilon");
    }

    private static void Risk(Utf8JsonWriter json, AttackResult result)
    {
        if (result.Risk is not { } risk)
        {
            json.WriteNull("risk");
            return;
        }
        json.WriteStartObject("risk");
        json.WriteNumber("value", risk.Risk.Value);
        json.WriteNumber("low", risk.Risk.Low);
        json.WriteNumber("high", risk.Risk.High);
        json.WriteNumber("attack_rate", risk.AttackRate);
        json.WriteNumber("control_rate", risk.ControlRate);
        Number(json, "baseline_rate", risk.BaselineRate);
        json.WriteNumber("attacks", risk.Attacks);
        json.WriteNumber("controls", risk.Controls);
        Text(json, "secret", result.Secret);
        json.WriteEndObject();
    }

    private static void Control(Utf8JsonWriter json, ControlResult control)
    {
        json.WriteStartObject();
        json.WriteString("control", control.Control);
        Text(json, "attack", control.Attack);
        json.WriteString("expected", control.Expected);
        Interval(json, "value", control.Value);
        json.WriteBoolean("passed", control.Passed);
        json.WriteNumber("n_members", control.Members);
        json.WriteNumber("n_nonmembers", control.NonMembers);
        json.WriteEndObject();
    }

    private static string Kind(AttackKind kind) => kind switch
    {
        AttackKind.Membership => "membership",
        AttackKind.Attribute => "attribute",
        AttackKind.Linkage => "linkage",
        AttackKind.SinglingOut => "singling-out",
        _ => "audit",
    };

    private static void Interval(Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("value", interval.Value);
        json.WriteNumber("low", interval.Low);
        json.WriteNumber("high", interval.High);
        json.WriteEndObject();
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

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
