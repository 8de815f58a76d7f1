namespace SynthNotebooks.Data;

/// <summary>How a table is loaded from wherever it lies; what is not told is found.</summary>
public sealed record LoadOptions : CsvOptions
{
    /// <summary>Table of a database, with its schema where it needs one (<c>public.patients</c>); null (default) takes the URI's <c>?table=</c>.</summary>
    public string? Table { get; init; }

    /// <summary>Query of a database instead of a table; null (default) takes the URI's <c>?query=</c>.</summary>
    public string? Query { get; init; }

    /// <summary>What the source is; <see cref="SourceFormat.Find"/> (default) goes by its name and first bytes.</summary>
    public SourceFormat Format { get; init; }
}

/// <summary>What a source of rows is.</summary>
public enum SourceFormat
{
    /// <summary>Found from the name and the first bytes.</summary>
    Find,

    /// <summary>Delimited text.</summary>
    Csv,

    /// <summary>JSON lines, or a JSON array of objects.</summary>
    Json,

    /// <summary>An SQLite file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,
}
