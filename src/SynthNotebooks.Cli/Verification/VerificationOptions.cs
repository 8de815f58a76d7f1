namespace SynthNotebooks.Cli.Verification;

/// <summary>How notebooks are verified.</summary>
internal sealed record VerificationOptions
{
    /// <summary>Whether two new runs are compared instead of one with what is saved.</summary>
    public bool Twice { get; init; }

    /// <summary>Longest time of one run.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Folder that the cells run in; null for that of each notebook.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether cells may ask for what lies elsewhere on the network.</summary>
    public bool Network { get; init; }
}
