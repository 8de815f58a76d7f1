using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>One run of a scenario, read as a stream of pieces of tables.</summary>
/// <remarks>Memory does not grow with the rows, but for the tables that others refer to and for the rows that belong to one row of a root.</remarks>
public sealed class ScenarioRun
{
    private readonly WorldEngine _engine;

    internal ScenarioRun(Scenario scenario, long rows, SimulationOptions options, int chunkFamilies = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        (Scenario, Rows) = (scenario, rows);
        _engine = new WorldEngine(scenario.Compile(rows, null), options, chunkFamilies);
    }

    /// <summary>What is run.</summary>
    public Scenario Scenario { get; }

    /// <summary>Rows of the main entity.</summary>
    public long Rows { get; }

    /// <summary>Pieces of tables; for each table its rows in order. Can be read once.</summary>
    /// <param name="tables">Names of those wanted; null for all.</param>
    /// <exception cref="ArgumentException">There is no table of a name; the message tells the nearest.</exception>
    /// <exception cref="OperationCanceledException">While the stream is read: the options' token was cancelled.</exception>
    public IEnumerable<(string Table, DataFrame Rows)> Stream(IReadOnlyCollection<string>? tables = null)
    {
        foreach (var table in tables ?? [])
            if (!Scenario.Tables.Contains(table)) throw new ArgumentException(UnknownColumn.Message("table", table, Scenario.Tables), nameof(tables));
        return _engine.Stream(tables?.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>A table without rows: its columns.</summary>
    public DataFrame Empty(string table) => _engine.Empty(table);
}
