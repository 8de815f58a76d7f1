using Microsoft.Data.Sqlite;

namespace SynthNotebooks.Data;

/// <summary>Tables and queries of an SQLite file, opened for reading only.</summary>
internal static class SqliteSource
{
    public static DataFrame Load(SourceLocation location, LoadOptions options)
    {
        SourceFile.Require(location.Address);
        var settings = new SqliteConnectionStringBuilder { DataSource = location.Address, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(settings.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = location.Query ?? $"select * from {Quote(TableOf(connection, location))}";
            using var reader = command.ExecuteReader();
            return ReaderTable.Read(reader, textDates: true).WithOrigin(options.Origin);
        }
        catch (SqliteException failure)
        {
            throw new DataLoadException($"SQLite file '{location.Address}': {failure.Message}", inner: failure);
        }
    }

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string TableOf(SqliteConnection connection, SourceLocation location)
    {
        var tables = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by name";
        using (var reader = command.ExecuteReader())
            while (reader.Read()) tables.Add(reader.GetString(0));
        if (location.Table is { } told)
        {
            return tables.Find(table => table.Equals(told, StringComparison.OrdinalIgnoreCase))
                ?? throw new DataLoadException(UnknownColumn.Message("table", told, tables));
        }
        return tables.Count switch
        {
            1 => tables[0],
            0 => throw new DataLoadException($"The SQLite file '{location.Address}' holds no table."),
            _ => throw new DataLoadException($"The SQLite file '{location.Address}' holds several tables ({string.Join(", ", tables)}); choose one with ?table=NAME."),
        };
    }
}
