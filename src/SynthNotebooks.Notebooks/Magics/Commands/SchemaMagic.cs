using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows and overrides how the columns of a table are read.</summary>
/// <remarks>
/// What is declared is kept by the table's columns themselves: the variable is set to a table whose columns carry their roles, so that splits,
/// selections, models and extension methods all see them.
/// </remarks>
[Magic("#!schema", "Show how the columns of a table are read, and declare it otherwise.",
    Example = "#!schema patients --set zip=category,visit=date")]
public sealed class SchemaMagic : IMagic<SchemaMagic.Arguments>
{
    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="Set">Roles or kinds by column, e.g. zip=category: id, category, ordinal, continuous, date, timestamp, free-text, or integer, real, boolean, text.</param>
    /// <param name="Use">JSON file of a schema, whose kinds and roles are declared; ranges and categories are measured on the table.</param>
    /// <param name="Save">JSON file to write the schema to.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [CompleteWith<ColumnRoles>] IReadOnlyList<string>? Set = null,
        [CompleteWith<JsonFiles>] string? Use = null,
        [CompleteWith<JsonFiles>] string? Save = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var frame = host.Require<DataFrame>(arguments.Data);
        var schema = frame.InferSchema();
        if (arguments.Use is { } file) schema = Declare(schema, TableSchema.Load(host.Resolve(file)));
        foreach (var declared in arguments.Set ?? []) schema = schema.Override(declared);
        var changed = arguments.Use is not null || arguments.Set is not null;
        if (changed)
        {
            frame = frame.WithSchema(schema);
            schema = frame.InferSchema();
        }
        cancellation.ThrowIfCancellationRequested();
        if (arguments.Save is { } target) schema.Save(host.Resolve(target));
        if (changed) await host.Variables.SetAsync(arguments.Data, frame, typeof(DataFrame));
        await host.DisplayAsync(schema);
    }

    private static TableSchema Declare(TableSchema schema, TableSchema told) =>
        told.Columns.Aggregate(schema, (all, column) => all.With(column.Name, known => known with { Kind = column.Kind, Role = column.Role, Format = column.Format }));
}
