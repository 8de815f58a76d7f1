using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A learnt table: immutable, safe to sample from several threads.</summary>
public interface IFittedGenerator
{
    /// <summary>The schema that every sample follows.</summary>
    TableSchema Schema { get; }

    /// <summary>One chunk of independent rows.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="random">The chunk's own stream; the only source of randomness.</param>
    /// <returns>Columns as in <see cref="Schema"/>: names, order, kinds and formats; category dictionaries shared between chunks.</returns>
    DataFrame SampleChunk(int rows, SplitRandom random);

    /// <summary>Rows in memory.</summary>
    /// <param name="rows">0 or more.</param>
    /// <param name="options">Seed, threads, cancellation.</param>
    DataFrame Sample(int rows, SampleOptions? options = null) => ChunkedSampling.Sample(this, rows, options ?? new SampleOptions());

    /// <summary>Rows as a stream of chunks in constant memory; their concatenation equals <see cref="Sample"/>.</summary>
    IEnumerable<DataFrame> Stream(long rows, SampleOptions? options = null) => ChunkedSampling.Stream(this, rows, options ?? new SampleOptions());
}

/// <summary>How to sample.</summary>
public sealed record SampleOptions
{
    /// <summary>Default 0; the same seed gives the same rows.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most threads used, default all; rows do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of the share of rows made; may be null.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Stops the sampling.</summary>
    public CancellationToken Cancellation { get; init; }
}
