using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>How a battery of attacks is run.</summary>
public sealed record AttackOptions
{
    /// <summary>Ids of attacks; default <c>all</c>.</summary>
    public IReadOnlyList<string> Attacks { get; init; } = ["all"];

    /// <summary>Wall-clock budget; attacks that are not done in it are skipped, the cheap ones come first. Null (default) for no limit; above 0.</summary>
    public double? Seconds { get; init; }

    /// <summary>Default 0; the same seed, tables and plan give the same report.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most threads used, default all; at least 1. Results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Most candidates, half of them members; default 10,000, at least 2. More are drawn at random.</summary>
    public int MostCandidates { get; init; } = 10_000;

    /// <summary>Share of candidates, the most isolated, that make the scope «worst»; default .1, above 0, at most 1.</summary>
    public double WorstShare { get; init; } = 0.1;

    /// <summary>Columns that attacks on attributes want to know; empty (default): the last column with 2 to 20 categories.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Fits the generator on a table with a seed; null (default) when it is not at hand.</summary>
    public Func<Data.DataFrame, ulong, IFittedGenerator>? Refit { get; init; }

    /// <summary>The model that made the synthetic table; null (default) when it is not at hand.</summary>
    public IFittedGenerator? Model { get; init; }

    /// <summary>Number of shadow models, 4 to 10,000; default 32.</summary>
    public int Shadows { get; init; } = 32;

    /// <summary>Delta of the privacy whose epsilon is bounded, 0 to below 1; default 1e-5.</summary>
    public double Delta { get; init; } = 1e-5;

    /// <summary>Whether the controls are run too; default true.</summary>
    public bool Controls { get; init; } = true;

    /// <summary>What the synthetic table is called in the report; null (default) for nothing.</summary>
    public string? Label { get; init; }

    /// <summary>Told of what is being done; may be null.</summary>
    public IProgress<EvaluationProgress>? Progress { get; init; }

    /// <summary>Measures the budget; default the system's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Stops the battery.</summary>
    public CancellationToken Cancellation { get; init; }

    internal void Validate()
    {
        if (Seconds is { } seconds && !(seconds > 0 && seconds <= 1e6)) throw new EvaluationException($"Seconds is {seconds}; it must lie above 0 and at most 1,000,000.");
        if (Threads < 1) throw new EvaluationException($"Threads is {Threads}; at least 1 is needed.");
        if (MostCandidates < 2) throw new EvaluationException($"MostCandidates is {MostCandidates}; at least 2 are needed.");
        if (WorstShare is not (> 0 and <= 1)) throw new EvaluationException($"WorstShare is {WorstShare}; it must lie above 0 and at most 1.");
        if (Shadows is < 4 or > 10_000) throw new EvaluationException($"Shadows is {Shadows}; 4 to 10,000 are accepted.");
        if (Delta is not (>= 0 and < 1)) throw new EvaluationException($"Delta is {Delta}; it must lie in 0 to below 1.");
    }
}
