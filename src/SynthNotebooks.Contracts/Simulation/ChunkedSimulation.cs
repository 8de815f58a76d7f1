using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Makes the rows of a simulator in chunks, in parallel or as a stream.</summary>
public static class ChunkedSimulation
{
    /// <summary>Rows a chunk: a matter of speed and memory alone, since a row does not depend on its chunk.</summary>
    public const int ChunkRows = 8192;

    /// <summary>All rows in memory, chunks made on several threads.</summary>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static DataFrame Simulate(ISimulator simulator, int rows, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        var chunks = Stream(simulator, rows, options).ToArray();
        return chunks.Length > 0 ? DataFrame.Concatenate(chunks) : Chunk(simulator, 0, 0, options);
    }

    /// <summary>Chunks in order, at most a few of them in memory at a time.</summary>
    /// <exception cref="OperationCanceledException">While the stream is read: the options' token was cancelled.</exception>
    public static IEnumerable<DataFrame> Stream(ISimulator simulator, long rows, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return Chunks();

        IEnumerable<DataFrame> Chunks()
        {
            var parallelism = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = options.Cancellation };
            var window = new DataFrame[parallelism.MaxDegreeOfParallelism * 4];
            for (long first = 0; first < rows; first += (long)window.Length * ChunkRows)
            {
                var start = first;
                var count = (int)Math.Min(window.Length, (rows - start + ChunkRows - 1) / ChunkRows);
                Parallel.For(0, count, parallelism, i =>
                    window[i] = Chunk(simulator, start + (long)i * ChunkRows, (int)Math.Min(ChunkRows, rows - start - (long)i * ChunkRows), options));
                for (var i = 0; i < count; i++)
                {
                    options.Progress?.Report(new FitProgress(Math.Min(1, (start + (i + 1.0) * ChunkRows) / rows), "simulating"));
                    yield return window[i];
                }
            }
        }
    }

    private static DataFrame Chunk(ISimulator simulator, long firstRow, int rows, SimulationOptions options) =>
        simulator.SimulateChunk(firstRow, rows, new SplitRandom(options.Seed).Split("simulate")).WithOrigin(DataOrigin.Synthetic);
}
