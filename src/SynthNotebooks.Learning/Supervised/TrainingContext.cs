namespace SynthNotebooks.Learning;

/// <summary>What training and prediction get from outside.</summary>
public sealed record TrainingContext
{
    /// <summary>Seed of everything random; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most threads used, default all; at least 1. Results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }

    internal ParallelOptions Parallelism => new() { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };
}
