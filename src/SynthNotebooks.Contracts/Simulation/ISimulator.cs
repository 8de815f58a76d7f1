using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A table made from rules alone, where no data may be touched or none exists yet; stateless, safe to use from several threads.</summary>
/// <remarks>
/// A row depends on the seed and its own number, on nothing else: not on the rows around it, their count, the chunks or the threads. So a
/// longer simulation begins with the rows of a shorter one, and any single row can be made again to explain it.
/// </remarks>
public interface ISimulator
{
    /// <summary>Some consecutive rows.</summary>
    /// <param name="firstRow">Number of the first row in the whole table, from 0.</param>
    /// <param name="rows">0 or more.</param>
    /// <param name="random">The table's own stream, the same for every chunk; row n draws from children labelled n.</param>
    /// <returns>Always the same columns: names, order, kinds and formats.</returns>
    DataFrame SimulateChunk(long firstRow, int rows, SplitRandom random);

    /// <summary>Rows in memory.</summary>
    /// <param name="rows">0 or more.</param>
    /// <param name="options">Seed, threads, cancellation; null for the defaults.</param>
    DataFrame Simulate(int rows, SimulationOptions? options = null) => ChunkedSimulation.Simulate(this, rows, options ?? new SimulationOptions());

    /// <summary>Rows as a stream of chunks in constant memory; their concatenation equals <see cref="Simulate"/>.</summary>
    IEnumerable<DataFrame> Stream(long rows, SimulationOptions? options = null) => ChunkedSimulation.Stream(this, rows, options ?? new SimulationOptions());
}
