using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>The whole table as the model inside sees it, and back.</summary>
/// <param name="schema">Of the table outside: names, order, kinds and formats.</param>
/// <param name="steps">In the order in which they are undone.</param>
/// <param name="ranges">Of columns that the model learns or a step makes.</param>
internal sealed class TableTransform(TableSchema schema, IReadOnlyList<ITransform> steps, IReadOnlyList<RangeConstraint> ranges)
{
    private readonly HashSet<string> _made = [.. steps.SelectMany(step => step.Outputs)];

    public IReadOnlyList<ITransform> Steps => steps;

    public TableSchema Schema => schema;

    /// <summary>Whether the model inside learns a column of the table as it is.</summary>
    public bool Keeps(string column) => !_made.Contains(column);

    /// <summary>What the model inside learns, with the roles of its columns as far as they differ.</summary>
    public (DataFrame Table, Dictionary<string, ColumnRole> Roles) Encode(DataFrame table)
    {
        var columns = new List<Column>();
        var roles = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            if (Keeps(column.Name))
            {
                columns.Add(column);
                continue;
            }
            if (steps.FirstOrDefault(step => step.Outputs[0] == column.Name) is not { } step) continue;
            foreach (var encoded in step.Encode(table))
            {
                columns.Add(encoded.Column);
                if (encoded.Role is { } role) roles.Add(encoded.Column.Name, role);
            }
        }
        return (new DataFrame(columns) { Origin = table.Origin }, roles);
    }

    /// <summary>The columns of the table again.</summary>
    /// <param name="inner">Rows of the model inside.</param>
    /// <param name="observed">Cells that stand in place of those made, where they are not missing; null for none.</param>
    public DataFrame Decode(DataFrame inner, DataFrame? observed = null)
    {
        var made = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (var column in inner.Columns)
            if (Keeps(column.Name) && schema.Columns.Any(known => known.Name == column.Name)) Add(column);
        foreach (var step in steps)
            foreach (var column in step.Decode(Find)) Add(column);
        return new DataFrame(schema.Columns.Select(column => made[column.Name])) { Origin = inner.Origin };

        Column Find(string name) => made.TryGetValue(name, out var column) ? column : inner[name];

        void Add(Column column)
        {
            var told = schema[column.Name];
            foreach (var range in ranges)
                if (range.Column == column.Name) column = RangeClamp.Of(column, range, told);
            if (told.Format is { } format && column.Format != format) column = column.WithFormat(format);
            if (observed is not null) column = Observed(column, observed[column.Name]);
            made[column.Name] = column;
        }
    }

    private static Column Observed(Column made, Column told)
    {
        var present = new bool[told.Length];
        for (var row = 0; row < present.Length; row++) present[row] = !told.IsNull(row);
        return ObservedCells.Over(told, made, present);
    }
}
