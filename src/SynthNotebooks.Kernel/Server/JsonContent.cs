using System.Text.Json;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Server;

/// <summary>Members that several messages share.</summary>
internal static class JsonContent
{
    /// <summary><c>data</c> and <c>metadata</c>.</summary>
    public static void WriteBundle(Utf8JsonWriter writer, MimeBundle bundle)
    {
        writer.WriteStartObject("data");
        foreach (var (type, value) in bundle.Data)
        {
            writer.WritePropertyName(type);
            if (value is null) writer.WriteNullValue();
            else value.WriteTo(writer);
        }
        writer.WriteEndObject();
        writer.WritePropertyName("metadata");
        if (bundle.Metadata is { } metadata)
        {
            metadata.WriteTo(writer);
            return;
        }
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    /// <summary><c>ename</c>, <c>evalue</c>, <c>traceback</c>.</summary>
    public static void WriteError(Utf8JsonWriter writer, CellError error)
    {
        writer.WriteString("ename", error.Name);
        writer.WriteString("evalue", error.Message);
        writer.WriteStartArray("traceback");
        foreach (var line in error.Traceback) writer.WriteStringValue(line);
        writer.WriteEndArray();
    }
}
