namespace SynthNotebooks.Data;

/// <summary>A path or URI taken apart.</summary>
/// <param name="Format">What lies there.</param>
/// <param name="Address">Path of a file, or the URI of a server without its query.</param>
/// <param name="Table">Table of a database.</param>
/// <param name="Query">Query of a database.</param>
internal sealed record SourceLocation(SourceFormat Format, string Address, string? Table, string? Query)
{
    private static readonly string[] SqliteSuffixes = [".db", ".sqlite", ".sqlite3", ".db3"];
    private static readonly string[] JsonSuffixes = [".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz"];

    public static SourceLocation Parse(string pathOrUri, LoadOptions options)
    {
        var (address, table, query) = (pathOrUri, options.Table, options.Query);
        var scheme = pathOrUri.IndexOf("://", StringComparison.Ordinal) is > 1 and var colon ? pathOrUri[..colon].ToLowerInvariant() : null;
        var server = scheme is "postgresql" or "postgres";
        if (scheme is not (null or "postgresql" or "postgres" or "sqlite" or "file"))
            throw new DataLoadException($"'{scheme}://' is no source that can be loaded; accepted are a path, file://, sqlite:// and postgresql://.");
        if (pathOrUri.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark && (scheme is not null || !File.Exists(pathOrUri)))
        {
            address = pathOrUri[..mark];
            Rest(pathOrUri[(mark + 1)..], ref table, ref query, out var kept);
            if (kept.Length > 0)
                address = server ? address + "?" + kept : throw new DataLoadException($"'{kept}' is not understood behind '?'; accepted are table=NAME and query=SELECT...");
        }
        if (table is not null && query is not null) throw new DataLoadException("Both a table and a query are given; give one of them.");
        if (server) return new(SourceFormat.PostgreSql, address, table, query);
        if (scheme is not null)
        {
            address = Uri.UnescapeDataString(address[(scheme.Length + 3)..]); // sqlite:///relative and sqlite:////absolute, as SQLAlchemy has it
            if (scheme == "sqlite" && address.StartsWith('/') && !File.Exists(address) && (File.Exists(address[1..]) || address.LastIndexOf('/') == 0)) address = address[1..]; // nobody keeps databases in the root
            if (address.StartsWith("//", StringComparison.Ordinal)) address = address[1..];
        }
        var format = options.Format != SourceFormat.Find ? options.Format : scheme == "sqlite" ? SourceFormat.Sqlite : FormatOf(address);
        if (format is SourceFormat.Csv or SourceFormat.Json && (table ?? query) is not null)
            throw new DataLoadException($"'{address}' is a text file; a table or query can only be chosen in a database.");
        return new(format, address, table, query);
    }

    private static void Rest(string parameters, ref string? table, ref string? query, out string kept)
    {
        var others = new List<string>();
        foreach (var parameter in parameters.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? parameter : parameter[..equals];
            var value = equals < 0 ? "" : Uri.UnescapeDataString(parameter[(equals + 1)..].Replace('+', ' '));
            if (name == "table" && value.Length > 0) table = value;
            else if (name == "query" && value.Length > 0) query = value;
            else others.Add(parameter);
        }
        kept = string.Join('&', others);
    }

    private static SourceFormat FormatOf(string path)
    {
        if (SqliteSuffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))) return SourceFormat.Sqlite;
        if (JsonSuffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))) return SourceFormat.Json;
        if (!File.Exists(path)) return SourceFormat.Csv;
        Span<byte> head = stackalloc byte[16];
        using var stream = SourceFile.Open(path);
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read].StartsWith("SQLite format 3"u8) ? SourceFormat.Sqlite : SourceFormat.Csv;
    }
}
