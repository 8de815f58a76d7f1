using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>What surrounds a fit.</summary>
/// <param name="Schema">What is known of the table, inferred or told.</param>
public sealed record FitContext(TableSchema Schema)
{
    /// <summary>Default 0; the same seed gives the same model.</summary>
    public ulong Seed { get; init; }

    /// <summary>Categories seen fewer times are pooled with others, and never come out; default 5, 1 keeps all.</summary>
    public int MinimumCount { get; init; } = 5;

    /// <summary>Number of extreme records beyond which numeric tails are smoothed, default 5; 0 keeps the extremes as they are.</summary>
    public int ExtremeRecords { get; init; } = 5;

    /// <summary>Most threads used, default all; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What every sampled row keeps, default nothing; heeded where a fit goes through <c>FitConstrained</c>.</summary>
    public ConstraintSet Constraints { get; init; } = ConstraintSet.Empty;

    /// <summary>Whether training rows that break a constraint fail the fit; by default they are counted and left out.</summary>
    public bool RefuseViolations { get; init; }

    /// <summary>Told of what is being done; may be null.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Stops the fit.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The privacy budget that private generators charge before they read; null for the others.</summary>
    public IBudget? Budget { get; init; }
}

/// <param name="Share">Of the work done, 0 to 1.</param>
/// <param name="Stage">What is being done, in a few words.</param>
/// <param name="Detail">What has been found so far, shown below the progress by its own formatter; null for nothing.</param>
public readonly record struct FitProgress(double Share, string Stage, object? Detail = null);
