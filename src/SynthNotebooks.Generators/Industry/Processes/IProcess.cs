namespace SynthNotebooks.Generators.Industry.Processes;

/// <summary>A process in time that makes the rows that belong to one parent row: prices of a market, readings of a machine, calls of a subscriber.</summary>
/// <remarks>
/// Stateless between runs and safe to use from several threads. The rows of a run depend on its options, its period and its random stream
/// alone, so that the rows of any single parent can be made again to explain them.
/// </remarks>
public interface IProcess
{
    /// <summary>Columns of every row after its time, always the same for one options record.</summary>
    IReadOnlyList<ProcessColumn> Columns { get; }

    /// <summary>Makes the rows of one parent in the order of their times.</summary>
    /// <exception cref="OperationCanceledException">The run's token was cancelled.</exception>
    void Run(ProcessRun run, IProcessRows rows);
}
