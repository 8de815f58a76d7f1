using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks;

/// <summary>Audits of mechanisms; displayable.</summary>
/// <param name="Results">By id.</param>
public sealed record MechanismAudits(IReadOnlyList<(string Id, AuditResult Result)> Results);
