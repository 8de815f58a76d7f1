using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Selection;

/// <summary>Writes and reads plans.</summary>
internal static class SelectionPlanJson
{
    private const int Version = 1;

    public static string Write(SelectionPlan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            Texts(json, "options", plan.Options);
            json.WriteNumber("seed", plan.Seed);
            json.WriteStartArray("columns");
            foreach (var column in plan.Columns) json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteNumber("choice", plan.Choice);
            json.WriteStartArray("results");
            foreach (var result in plan.Results) Result(json, result);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    public static SelectionPlan Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is var version && version != Version) throw new FormatException($"The plan has version {version}; this program reads version {Version}.");
            var plan = new SelectionPlan(Texts(root.GetProperty("options")), root.GetProperty("seed").GetUInt64(),
                [.. root.GetProperty("columns").EnumerateArray().Select(column => column.GetString() ?? "")],
                [.. root.GetProperty("results").EnumerateArray().Select(Result)], root.GetProperty("choice").GetInt32());
            return plan.Choice >= 0 && plan.Choice < plan.Results.Count ? plan : throw new FormatException($"The plan chooses result {plan.Choice} of {plan.Results.Count}.");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The plan is damaged: {failure.Message}", failure);
        }
    }

    private static void Result(Utf8JsonWriter json, CandidateResult result)
    {
        json.WriteStartObject();
        json.WriteString("model", result.Model);
        Texts(json, "options", result.Options);
        json.WriteString("status", result.Status.ToString());
        json.WriteString("note", result.Note);
        json.WriteStartArray("folds");
        foreach (var fold in result.Folds)
        {
            json.WriteStartObject();
            json.WriteNumber("learnt", fold.Learnt);
            json.WriteNumber("heldOut", fold.HeldOut);
            json.WriteNumber("closestShare", fold.ClosestShare);
            json.WriteNumber("closestError", fold.ClosestError);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static CandidateResult Result(JsonElement result) => new(
        result.GetProperty("model").GetString() ?? "", Texts(result.GetProperty("options")), Enum.Parse<CandidateStatus>(result.GetProperty("status").GetString() ?? ""),
        [.. result.GetProperty("folds").EnumerateArray().Select(fold => new FoldScore(Share(fold, "learnt"), Share(fold, "heldOut"), Share(fold, "closestShare"), Share(fold, "closestError")))],
        result.GetProperty("note").GetString() ?? "");

    private static double Share(JsonElement fold, string name) => fold.GetProperty(name).GetDouble() is >= 0 and <= 1 and var share
        ? share
        : throw new FormatException($"The plan's '{name}' is {fold.GetProperty(name).GetRawText()}; it must lie in 0 to 1.");

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        json.WriteStartObject(name);
        foreach (var (key, text) in texts.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, text);
        json.WriteEndObject();
    }

    private static SortedDictionary<string, string> Texts(JsonElement texts) =>
        new(texts.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "", StringComparer.Ordinal), StringComparer.Ordinal);
}
