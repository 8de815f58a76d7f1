namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>Loads a table from a file or database.</summary>
    /// <param name="pathOrUri">
    /// A CSV, TSV, JSON, JSON lines or SQLite file (CSV and JSON also gzipped), <c>file:///path</c>, <c>sqlite:///path?table=NAME</c>, <c>path.db?table=NAME</c>, or
    /// <c>postgresql://user:password@host:port/database?table=NAME</c>; <c>?query=SELECT...</c> instead of a table.
    /// </param>
    /// <param name="options">What is told instead of found; null for none.</param>
    /// <exception cref="DataLoadException">There is no such source, or it holds no table; the message says what is accepted.</exception>
    public static DataFrame Load(string pathOrUri, LoadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(pathOrUri);
        options ??= new LoadOptions();
        var location = SourceLocation.Parse(pathOrUri, options);
        return location.Format switch
        {
            SourceFormat.Sqlite => SqliteSource.Load(location, options),
            SourceFormat.PostgreSql => PostgresSource.Load(location, options),
            SourceFormat.Json => LoadJson(location.Address, options),
            _ => LoadCsv(location.Address, options),
        };
    }

    /// <summary>Reads JSON lines (one object a line) or a JSON array of objects, each object a row of plain values.</summary>
    /// <exception cref="DataLoadException">No such file, no sound JSON, or a value that is itself an object or array.</exception>
    public static DataFrame LoadJson(string path, CsvOptions? options = null)
    {
        using var stream = SourceFile.Open(path);
        var (buffer, length) = TextDecoding.ReadAll(stream);
        options ??= new CsvOptions();
        var (text, start, size) = TextDecoding.ToUtf8(buffer, length, options.Encoding);
        return JsonTableReader.Read(text.AsSpan(start, size), options);
    }

    /// <summary>Reads all rows of a data reader, as Microsoft.Data.Analysis does; the reader is left open.</summary>
    /// <exception cref="DataLoadException">A column is of a type that no column kind fits.</exception>
    public static async Task<DataFrame> LoadFrom(System.Data.Common.DbDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var table = new ReaderTable(reader, textDates: false);
        while (await reader.ReadAsync().ConfigureAwait(false)) table.Append();
        return table.Build();
    }

    /// <summary>Reads all rows of a data reader on this thread; the reader is left open.</summary>
    /// <exception cref="DataLoadException">A column is of a type that no column kind fits.</exception>
    public static DataFrame LoadFromReader(System.Data.Common.DbDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReaderTable.Read(reader, textDates: false);
    }
}
