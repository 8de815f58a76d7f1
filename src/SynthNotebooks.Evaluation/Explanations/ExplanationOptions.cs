namespace SynthNotebooks.Evaluation.Explanations;

/// <summary>How a row is explained.</summary>
public sealed record ExplanationOptions
{
    /// <summary>Whether the nearest real rows are told, which the owner of the records must allow; default only how far they are.</summary>
    public bool ShowReal { get; init; }

    /// <summary>Nearest real rows, 1 to 20; default 3.</summary>
    public int Neighbours { get; init; } = 3;

    /// <summary>Of the rows that are compared; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most threads used, default all; at least 1. Results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }

    internal void Validate()
    {
        if (Neighbours is < 1 or > 20) throw new EvaluationException($"Neighbours is {Neighbours}; 1 to 20 are accepted.");
        if (Threads < 1) throw new EvaluationException($"Threads is {Threads}; at least 1 is needed.");
    }
}
