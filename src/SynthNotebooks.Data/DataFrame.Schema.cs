namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>What each column means and ranges over, found from the cells; see <see cref="SchemaInference"/>.</summary>
    public TableSchema InferSchema() => SchemaInference.Infer(this);

    /// <summary>The inferred schema with roles or kinds overridden, e.g. <c>zip=category</c>, and measured accordingly.</summary>
    /// <exception cref="ArgumentException">An override names no column, role or kind, or a cell cannot be converted.</exception>
    public TableSchema InferSchema(params IEnumerable<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var schema = overrides.Aggregate(InferSchema(), (current, text) => current.Override(text));
        return schema.MeasuredOn(WithSchema(schema));
    }

    /// <summary>The columns that a schema names, in its order, converted to its kinds and formats; its roles are declared, so that <see cref="InferSchema()"/> keeps them.</summary>
    /// <exception cref="ArgumentException">A column is not there, or a cell cannot be converted; the message names column, row and value.</exception>
    public DataFrame WithSchema(TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var columns = new Column[schema.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var told = schema.Columns[i];
            var converted = ColumnConversion.Convert(Columns[told.Name], told.Kind, told.Format);
            columns[i] = converted.WithFormat((told.Format ?? converted.Format) with { Role = told.Role });
        }
        return new DataFrame(columns) { Origin = Origin };
    }
}
