using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks;

/// <summary>Audits of mechanisms or private methods; displayable.</summary>
/// <param name="Results">By id.</param>
public sealed record MechanismAudits(IReadOnlyList<(string Id, AuditResult Result)> Results)
{
    /// <summary>What was run, in words.</summary>
    public string Subject { get; init; } = "mechanisms on their worst pair of neighbours";

    /// <summary>Of all bounds together.</summary>
    public double Confidence { get; init; } = 0.95;
}
