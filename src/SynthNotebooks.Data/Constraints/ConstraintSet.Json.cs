using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Data;

public sealed partial record ConstraintSet
{
    private const int Version = 1;

    /// <summary>The constraints as indented JSON, see docs/constraints.md.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteStartArray("constraints");
            foreach (var constraint in Constraints) ConstraintJson.Write(writer, constraint);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; a constraint may also be a text in its short form.</summary>
    /// <param name="json">An object with an array <c>constraints</c>.</param>
    /// <param name="schema">The columns that they speak of.</param>
    /// <exception cref="DataLoadException">The text is no sound JSON.</exception>
    /// <exception cref="ConstraintException">It says something that is no constraint on these columns, says it twice, or contradicts itself.</exception>
    public static ConstraintSet FromJson(string json, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(schema);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("constraints", out var constraints) || constraints.ValueKind != JsonValueKind.Array)
                throw new ConstraintException("Constraints must be a JSON object with an array 'constraints'.");
            foreach (var property in root.EnumerateObject())
                if (property.Name is not ("version" or "constraints" or "$schema")) throw new ConstraintException(UnknownColumn.Message("property", property.Name, ["version", "constraints", "$schema"]));
            if (root.TryGetProperty("version", out var version) && (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 1 or > Version))
                throw new ConstraintException($"The constraints have version {version}; this program reads version {Version}.");
            return new(constraints.EnumerateArray().Select((element, position) => ConstraintJson.Read(element, position + 1, schema)).ToArray());
        }
        catch (JsonException failure)
        {
            throw new DataLoadException($"The constraints are no sound JSON: {failure.Message}", failure.LineNumber + 1, inner: failure);
        }
        catch (InvalidOperationException failure) // escapes that are no text
        {
            throw new DataLoadException($"The constraints are no sound JSON: {failure.Message}", inner: failure);
        }
    }
}
