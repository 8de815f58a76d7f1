using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>The tables that a scenario made.</summary>
public sealed class World
{
    private readonly Dictionary<string, DataFrame> _tables;
    private readonly Lock _tracing = new();
    private Engine.RowTracer? _tracer;

    internal World(Scenario scenario, long rows, ulong seed, Dictionary<string, DataFrame> tables) => (Scenario, Rows, Seed, _tables) = (scenario, rows, seed, tables);

    /// <summary>What made it.</summary>
    public Scenario Scenario { get; }

    /// <summary>Rows of the main entity.</summary>
    public long Rows { get; }

    /// <summary>The seed it was made with.</summary>
    public ulong Seed { get; }

    /// <summary>The tables by name, in the order of the scenario.</summary>
    public IReadOnlyDictionary<string, DataFrame> Tables => _tables;

    /// <summary>The table of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest.</exception>
    public DataFrame this[string table] => _tables.TryGetValue(table, out var frame) ? frame : throw new ArgumentException(UnknownColumn.Message("table", table, _tables.Keys), nameof(table));

    /// <summary>Checks that keys are unique and that every key of a parent or a referred row is there.</summary>
    public WorldIntegrity CheckIntegrity() => WorldIntegrity.Of(this);

    /// <summary>Tells how a row came about: for it and the rows above it each attribute, its rule, the parameters in that row and the numbers drawn.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="row">Number of the row, from 0.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <remarks>
    /// Only the family of the row is made again, found by the keys that rows have of their parents: milliseconds, whatever the number of the row. The first
    /// call makes the networks, tables that are referred to and rounds of the world again. Without keys (<c>key: none</c>) families are made again up to the row.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public RowTrace Explain(string table, long row, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, this[table].Rows.Count);
        lock (_tracing)
        {
            _tracer ??= new Engine.RowTracer(this, cancellation);
            return _tracer.Trace(table, row, cancellation);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"World of '{Scenario.Name}' (seed {Seed}): " + string.Join(", ", _tables.Select(table => FormattableString.Invariant($"{table.Key} {table.Value.Rows.Count} × {table.Value.Columns.Count}")));
}
