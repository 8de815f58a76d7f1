using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>A release as the ledger keeps it: JSON with tables as delimited text and the kinds of their columns, compressed (Brotli) so that a notebook can ship it.</summary>
internal static class StoredRelease
{
    private sealed record Content(string Method, string Claim, string Table, string? Baseline, string Shares, string? Domain, IReadOnlyDictionary<string, string> Kinds);

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PrivateRelease release)
    {
        var content = new Content(release.Method, release.Claim, Text(release.Table), release.Baseline is { } baseline ? Text(baseline) : null, release.Shares, release.Domain,
            release.Table.Columns.ToDictionary(column => column.Name, column => column.Kind.ToString()));
        using var stored = new MemoryStream();
        using (var brotli = new BrotliStream(stored, CompressionLevel.SmallestSize)) JsonSerializer.Serialize(brotli, content, Form);
        return stored.ToArray();
    }

    /// <summary>Reads a release back; a fresh one is read back too, so that the first run shows what every rerun shows.</summary>
    public static PrivateRelease Read(byte[] stored)
    {
        using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        var content = JsonSerializer.Deserialize<Content>(brotli, Form) ?? throw new InvalidDataException("The stored release is empty.");
        var kinds = content.Kinds.ToDictionary(pair => pair.Key, pair => Enum.Parse<ColumnKind>(pair.Value));
        return new(content.Method, content.Claim, Table(content.Table), content.Baseline is { } baseline ? Table(baseline) : null, content.Shares, content.Domain);

        DataFrame Table(string text) => DataFrame.LoadCsvFromString(text, new CsvOptions { Delimiter = ',', Decimal = '.', NullTokens = [""], QuotedEmptyIsText = true, Kinds = kinds, Origin = DataOrigin.Synthetic });
    }

    private static string Text(DataFrame table)
    {
        using var stream = new MemoryStream();
        table.SaveCsv(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
