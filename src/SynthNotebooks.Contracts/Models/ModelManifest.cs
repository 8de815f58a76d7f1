using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>The table of contents of a model file.</summary>
internal sealed record ModelManifest(ModelOrigin Origin, TableSchema Schema)
{
    /// <summary>The newest format that is understood, and the one that is written.</summary>
    public const int Version = 1;

    private const int ChecksumDigits = 64;

    public SortedDictionary<string, string> Values { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, IReadOnlyList<string>> Texts { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ArrayEntry> Arrays { get; init; } = new(StringComparer.Ordinal);

    /// <summary>UTF-8 JSON whose last property is the hash of the whole, taken with zeros in its place.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Version);
            json.WriteString("generator", Origin.Generator);
            json.WriteStartObject("options");
            foreach (var (name, value) in Origin.Options.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteNumber("seed", Origin.Seed);
            json.WritePropertyName("schema");
            json.WriteRawValue(Schema.ToJson().TrimEnd());
            json.WriteStartObject("values");
            foreach (var (name, value) in Values) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartObject("texts");
            foreach (var (name, texts) in Texts)
            {
                json.WriteStartArray(name);
                foreach (var text in texts) json.WriteStringValue(text);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteStartArray("arrays");
            foreach (var (name, array) in Arrays)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("dtype", array.Type);
                json.WriteStartArray("shape");
                foreach (var dimension in array.Shape) json.WriteNumberValue(dimension);
                json.WriteEndArray();
                json.WriteString("sha256", array.Sha256);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("checksum", new string('0', ChecksumDigits));
            json.WriteEndObject();
        }
        var bytes = stream.ToArray();
        Encoding.ASCII.GetBytes(Hash(bytes), ChecksumOf(bytes));
        return bytes;
    }

    /// <exception cref="ModelFormatException">The text is no sound manifest of a version that is understood.</exception>
    public static ModelManifest FromJson(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var version = root.GetProperty("format").GetInt32();
            if (version is < 1 or > Version)
                throw new ModelFormatException($"The model has format {version}; this program reads formats 1 to {Version}. A newer program may read it.");
            RequireChecksum(bytes);
            var origin = new ModelOrigin(
                root.GetProperty("generator").GetString()!,
                root.GetProperty("options").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal),
                root.GetProperty("seed").GetUInt64());
            var manifest = new ModelManifest(origin, TableSchema.FromJson(root.GetProperty("schema").GetRawText()));
            foreach (var value in root.GetProperty("values").EnumerateObject()) manifest.Values.Add(value.Name, value.Value.GetString()!);
            foreach (var list in root.GetProperty("texts").EnumerateObject())
                manifest.Texts.Add(list.Name, [.. list.Value.EnumerateArray().Select(text => text.GetString() ?? throw new ModelFormatException($"A text of '{list.Name}' is missing."))]);
            foreach (var array in root.GetProperty("arrays").EnumerateArray())
            {
                manifest.Arrays.Add(array.GetProperty("name").GetString()!, new(
                    array.GetProperty("dtype").GetString()!, [.. array.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())], array.GetProperty("sha256").GetString()!));
            }
            return manifest;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or DataLoadException)
        {
            throw new ModelFormatException($"The model's manifest is damaged: {failure.Message}", failure);
        }
    }

    private static void RequireChecksum(byte[] bytes)
    {
        var copy = (byte[])bytes.Clone();
        var place = ChecksumOf(copy);
        var told = Encoding.ASCII.GetString(place);
        place.Fill((byte)'0');
        if (told != Hash(copy)) throw new ModelFormatException("The model's checksum is wrong: the file was changed or damaged.");
    }

    // The digits stand right before the end: …"checksum": "<digits>"\n}
    private static Span<byte> ChecksumOf(byte[] bytes)
    {
        var end = Array.LastIndexOf(bytes, (byte)'"');
        return end >= ChecksumDigits ? bytes.AsSpan(end - ChecksumDigits, ChecksumDigits) : throw new ModelFormatException("The model's manifest has no checksum.");
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What the manifest says of one array.</summary>
internal sealed record ArrayEntry(string Type, long[] Shape, string Sha256);
