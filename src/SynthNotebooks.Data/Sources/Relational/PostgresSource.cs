using System.Net.Sockets;
using Npgsql;

namespace SynthNotebooks.Data;

/// <summary>Tables and queries of a PostgreSQL server, read in a transaction that can change nothing.</summary>
internal static class PostgresSource
{
    public static DataFrame Load(SourceLocation location, LoadOptions options)
    {
        var settings = Settings(location.Address);
        try
        {
            using var connection = new NpgsqlConnection(settings.ToString());
            connection.Open();
            using var transaction = connection.BeginTransaction();
            using (var guard = new NpgsqlCommand("set transaction read only", connection, transaction)) guard.ExecuteNonQuery();
            using var command = new NpgsqlCommand(location.Query ?? SelectAll(connection, transaction, location.Table), connection, transaction);
            using var reader = command.ExecuteReader();
            return ReaderTable.Read(reader, textDates: false).WithOrigin(options.Origin);
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or InvalidCastException)
        {
            throw new DataLoadException($"PostgreSQL at {settings.Host}:{settings.Port}, database '{settings.Database}': {failure.Message}", inner: failure);
        }
    }

    // postgresql://user:password@host:port/database?sslmode=require, as libpq has it
    private static NpgsqlConnectionStringBuilder Settings(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            throw new DataLoadException($"'{Masked(address)}' is no PostgreSQL URI; write postgresql://user:password@host:port/database?table=NAME.");
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (database.Length == 0) throw new DataLoadException("The PostgreSQL URI names no database; write postgresql://user:password@host:port/database?table=NAME.");
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = database,
            Pooling = false,
            Timeout = 15,
        };
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = parameter.Split('=', 2) is [var left, var right] ? (left, Uri.UnescapeDataString(right)) : (parameter, "");
            try
            {
                settings[key switch { "sslmode" => "SSL Mode", "host" => "Host", "application_name" => "Application Name", "connect_timeout" => "Timeout", _ => key }] = value;
            }
            catch (ArgumentException failure)
            {
                throw new DataLoadException($"'{key}={value}' is no setting of a PostgreSQL connection; accepted are table, query, sslmode, host, connect_timeout and the settings of Npgsql.", inner: failure);
            }
        }
        return settings;
    }

    private static string SelectAll(NpgsqlConnection connection, NpgsqlTransaction transaction, string? told)
    {
        var tables = new List<(string Schema, string Name)>();
        using (var command = new NpgsqlCommand(
            "select table_schema::text, table_name::text from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2", connection, transaction))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) tables.Add((reader.GetString(0), reader.GetString(1)));
        }
        var names = tables.Select(table => table.Schema == "public" ? table.Name : $"{table.Schema}.{table.Name}").ToArray();
        if (told is null)
            throw new DataLoadException($"No table is chosen; add ?table=NAME or ?query=SELECT... to the URI. Tables: {string.Join(", ", names)}.");
        var found = tables.FindIndex(table => table.Name == told || $"{table.Schema}.{table.Name}" == told);
        if (found < 0) throw new DataLoadException(UnknownColumn.Message("table", told, names));
        return $"select * from {SqliteSource.Quote(tables[found].Schema)}.{SqliteSource.Quote(tables[found].Name)}";
    }

    private static string Masked(string address)
    {
        var at = address.LastIndexOf('@');
        var colon = address.IndexOf(':', address.IndexOf("://", StringComparison.Ordinal) + 3);
        return at > 0 && colon > 0 && colon < at ? address[..(colon + 1)] + "***" + address[at..] : address;
    }
}
