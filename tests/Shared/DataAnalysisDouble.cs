// Their namespace, since the type is found by its full name.
namespace Microsoft.Data.Analysis;

/// <summary>Stands for Microsoft.Data.Analysis.DataFrame, which is not served where the tests run: the two members that interchange needs, with their signatures.</summary>
/// <param name="table">The rows.</param>
public sealed class DataFrame(System.Data.DataTable table)
{
    public System.Data.DataTable Table { get; } = table;

    public static async Task<DataFrame> LoadFrom(System.Data.Common.DbDataReader reader)
    {
        var table = new System.Data.DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        for (var i = 0; i < reader.FieldCount; i++) table.Columns.Add(reader.GetName(i), reader.GetFieldType(i));
        var items = new object?[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < items.Length; i++) items[i] = reader.IsDBNull(i) ? DBNull.Value : reader[i];
            table.Rows.Add(items);
        }
        return new DataFrame(table);
    }

    public System.Data.DataTable ToTable() => Table.Copy();
}
