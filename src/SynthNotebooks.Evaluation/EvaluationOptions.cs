using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation;

/// <summary>How two tables are compared.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Seed of the floor and of a bootstrapped ceiling; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Names of fidelity modes, see <see cref="FidelityMode.All"/>; default all of them. The default mode is always computed.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [.. FidelityMode.All.Select(mode => mode.Name)];

    /// <summary>The column that models predict, never taken for an identifier; null (default) when there is none.</summary>
    public string? Target { get; init; }

    /// <summary>The column whose groups models should treat alike, a category or a number (cut at its median); null (default) when there is none.</summary>
    public string? Protected { get; init; }

    /// <summary>The class of a two-class target that it is good to be given; null (default) for the rarer one in the real table.</summary>
    public string? Favourable { get; init; }

    /// <summary>How far to go; default <see cref="EvaluationDepth.Standard"/>.</summary>
    public EvaluationDepth Depth { get; init; }

    /// <summary>Most threads used, default all; at least 1. Results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Columns left out, e.g. numeric identifiers.</summary>
    public IReadOnlyCollection<string> Drop { get; init; } = [];

    /// <summary>Columns read as numbers whatever they hold; cells that are no numbers count as missing.</summary>
    public IReadOnlyCollection<string> Numeric { get; init; } = [];

    /// <summary>Columns read as categories whatever they hold.</summary>
    public IReadOnlyCollection<string> Categorical { get; init; } = [];

    /// <summary>What the synthetic table is called in the report; null (default) for nothing.</summary>
    public string? Label { get; init; }

    /// <summary>Told of what is being done; may be null.</summary>
    public IProgress<EvaluationProgress>? Progress { get; init; }

    /// <summary>Stops the evaluation.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <param name="Share">Of the work done, 0 to 1.</param>
/// <param name="Stage">What is being done, in a few words.</param>
public readonly record struct EvaluationProgress(double Share, string Stage);
