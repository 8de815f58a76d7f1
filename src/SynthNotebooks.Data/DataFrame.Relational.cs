using System.Data;
using System.Data.Common;

namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>Runs SQL (SQLite's) over this table, which it calls <c>this</c>: <c>select sex, avg(age) from this group by sex</c>.</summary>
    /// <remarks>The table is copied into memory for each query. Dates and time stamps are ISO text inside and come back as dates; booleans are 0 and 1.</remarks>
    /// <exception cref="DataLoadException">The SQL is wrong; the message is SQLite's.</exception>
    public DataFrame Query(string sql) => QueryInSqlite.Run(this, sql);

    /// <summary>The rows as a data reader, without a copy: integers as Int64, reals as Double, dates and time stamps as DateTime.</summary>
    public DbDataReader ToDataReader() => new FrameDataReader(this);

    /// <summary>A copy as a table of System.Data.</summary>
    public DataTable ToTable()
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        using var reader = ToDataReader();
        for (var i = 0; i < reader.FieldCount; i++) table.Columns.Add(reader.GetName(i), reader.GetFieldType(i));
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            table.Rows.Add(values);
        }
        return table;
    }
}
