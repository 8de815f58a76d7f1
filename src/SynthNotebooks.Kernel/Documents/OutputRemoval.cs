using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>Puts a note in the place of outputs, in the file's own bytes: everything else stays as it is, spelling, order and indentation too.</summary>
public static class OutputRemoval
{
    /// <summary>The file with the outputs replaced.</summary>
    /// <param name="notebook">The bytes of an .ipynb file.</param>
    /// <param name="outputs">0-based places: cell, output.</param>
    /// <param name="note">Words that take their place; shown as plain text.</param>
    /// <exception cref="FormatException">The file is no JSON, or has no such output.</exception>
    public static byte[] Replace(byte[] notebook, IReadOnlyCollection<(int Cell, int Output)> outputs, string note)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Count == 0) return notebook;
        var mark = notebook.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var places = Places(notebook.AsSpan(mark), outputs);
        if (places.Count != outputs.Distinct().Count()) throw new FormatException($"The notebook has {places.Count} of the {outputs.Count} outputs that are to be removed.");
        using var written = new MemoryStream(notebook.Length);
        var at = 0;
        foreach (var (start, end) in places)
        {
            written.Write(notebook.AsSpan(at, mark + start - at));
            written.Write(Encoding.UTF8.GetBytes(Note(Encoding.UTF8.GetString(notebook, mark + start, end - start), note)));
            at = mark + end;
        }
        written.Write(notebook.AsSpan(at));
        return written.ToArray();
    }

    // Where the outputs stand in the bytes, in order.
    private static List<(int Start, int End)> Places(ReadOnlySpan<byte> json, IReadOnlyCollection<(int Cell, int Output)> outputs)
    {
        var wanted = outputs.ToHashSet();
        var places = new List<(int Start, int End)>();
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!Enter(ref reader, "cells")) return places;
            for (var cell = 0; reader.Read() && reader.TokenType == JsonTokenType.StartObject; cell++)
            {
                var depth = reader.CurrentDepth;
                while (reader.Read() && reader.CurrentDepth > depth)
                {
                    if (!reader.ValueTextEquals("outputs"u8))
                    {
                        reader.Skip(); // the value of another property
                        continue;
                    }
                    reader.Read();
                    if (reader.TokenType != JsonTokenType.StartArray) continue;
                    for (var output = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; output++)
                    {
                        var start = (int)reader.TokenStartIndex;
                        reader.Skip();
                        if (wanted.Contains((cell, output))) places.Add((start, (int)reader.BytesConsumed));
                    }
                }
            }
        }
        catch (JsonException failure)
        {
            throw new FormatException($"The notebook is no sound JSON: {failure.Message}", failure);
        }
        return places;
    }

    // Goes to the start of an array that is a property of the whole.
    private static bool Enter(ref Utf8JsonReader reader, string name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name)) return reader.Read() && reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
        }
        return false;
    }

    // Laid out as the output was.
    private static string Note(string old, string note)
    {
        var text = JsonEncodedText.Encode(note, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var lines = old.Split('\n');
        if (lines.Length == 1) return $$$"""{"data":{"text/plain":["{{{text}}}"]},"metadata":{},"output_type":"display_data"}""";
        var (inner, outer) = (Blank(lines[1]), Blank(lines[^1]));
        var step = inner.StartsWith(outer, StringComparison.Ordinal) ? inner[outer.Length..] : "";
        var end = old.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return string.Join(end,
            "{", $"{inner}\"data\": {{", $"{inner}{step}\"text/plain\": [", $"{inner}{step}{step}\"{text}\"", $"{inner}{step}]", $"{inner}}},", $"{inner}\"metadata\": {{}},", $"{inner}\"output_type\": \"display_data\"", $"{outer}}}");
    }

    private static string Blank(string line) => line[..(line.Length - line.TrimStart().Length)];
}
