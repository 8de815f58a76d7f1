namespace SynthNotebooks.Contracts;

/// <summary>How to simulate.</summary>
public sealed record SimulationOptions
{
    /// <summary>Default 0; the same seed gives the same rows.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most threads used, default all; rows do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of the share of rows made; may be null.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Stops the simulation.</summary>
    public CancellationToken Cancellation { get; init; }
}
