using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SynthNotebooks.Data;

/// <summary>Runs SQL over a frame by an SQLite database in memory.</summary>
internal static class QueryInSqlite
{
    public static DataFrame Run(DataFrame frame, string sql)
    {
        ArgumentException.ThrowIfNullOrEmpty(sql);
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
            connection.Open();
            Fill(connection, frame);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            return Restored(ReaderTable.Read(reader, textDates: true), frame);
        }
        catch (SqliteException failure)
        {
            throw new DataLoadException($"{failure.Message.TrimEnd('.')}. The table is called 'this'; its columns: {string.Join(", ", frame.Columns.Select(column => column.Name))}.", inner: failure);
        }
    }

    private static void Fill(SqliteConnection connection, DataFrame frame)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"create table this ({string.Join(", ", frame.Columns.Select(column => $"{SqliteSource.Quote(column.Name)} {Affinity(column.Kind)}"))})";
        command.ExecuteNonQuery();
        command.CommandText = $"insert into this values ({string.Join(", ", frame.Columns.Select((_, i) => FormattableString.Invariant($"$p{i}")))})";
        var parameters = frame.Columns.Select((_, i) => command.Parameters.AddWithValue(FormattableString.Invariant($"$p{i}"), DBNull.Value)).ToArray();
        for (var row = 0; row < frame.Rows.Count; row++)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = Stored(frame.Columns[i], row);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static object Stored(Column column, int row) => column[row] switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        var value => value,
    };

    private static string Affinity(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer or ColumnKind.Boolean => "integer",
        ColumnKind.Real => "real",
        _ => "text",
    };

    // Columns that come through under their own name get back their kind, where it still fits, and their spelling.
    private static DataFrame Restored(DataFrame result, DataFrame source)
    {
        var columns = result.Columns.Select(column =>
        {
            if (!source.Columns.Contains(column.Name)) return column;
            var original = source.Columns[column.Name];
            var restored = column;
            var loses = column.Kind == ColumnKind.Real && original.Kind == ColumnKind.Integer;
            var possible = original.Kind == ColumnKind.Boolean && column is Int64Column flags && !flags.Values.ContainsAnyExceptInRange(0, 1)
                || original.Kind == ColumnKind.Real && column.Kind == ColumnKind.Integer
                || original.Kind == ColumnKind.Timestamp && column.Kind == ColumnKind.Date
                || original.Kind == ColumnKind.Text && column.Kind is ColumnKind.Date or ColumnKind.Timestamp
                || column.NullCount == column.Length;
            if (column.Kind != original.Kind && possible && !loses) restored = ColumnConversion.Convert(column, original.Kind);
            return restored.Kind == original.Kind ? restored.WithFormat(original.Format) : restored;
        });
        return new DataFrame(columns) { Origin = source.Origin };
    }
}
