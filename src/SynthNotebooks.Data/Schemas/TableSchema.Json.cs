using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Data;

public sealed partial record TableSchema
{
    private const int Version = 1;

    /// <summary>The schema as indented JSON.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteStartArray("columns");
            foreach (var column in Columns) ColumnSchemaJson.Write(writer, column);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; only <c>name</c> and one of <c>kind</c>, <c>role</c> are needed of a column.</summary>
    /// <exception cref="DataLoadException">The text is no schema; the message says where.</exception>
    public static TableSchema FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Array)
                throw new DataLoadException("The schema must be a JSON object with an array 'columns'.");
            if (root.TryGetProperty("version", out var version) && (!version.TryGetInt32(out var number) || number > Version))
                throw new DataLoadException($"The schema has version {version}; this program reads versions up to {Version}.");
            return new([.. columns.EnumerateArray().Select(ColumnSchemaJson.Read)]);
        }
        catch (JsonException failure)
        {
            throw new DataLoadException($"The schema is no sound JSON: {failure.Message}", failure.LineNumber + 1, inner: failure);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException) // names that repeat; escapes that are no text
        {
            throw new DataLoadException(failure.Message, inner: failure);
        }
    }

    /// <summary>Writes the schema as a JSON file, whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Reads a JSON file that <see cref="Save"/> wrote.</summary>
    /// <exception cref="DataLoadException">No such file, or it is no schema.</exception>
    public static TableSchema Load(string path)
    {
        SourceFile.Require(path);
        return FromJson(File.ReadAllText(path));
    }
}
