namespace SynthNotebooks.Privacy;

/// <summary>Size and strictness of a <see cref="TwoDatasetAudit"/>.</summary>
/// <param name="Runs">Runs per side that count; as many more choose the threshold. Default 5000, legal 100 to 10000000.</param>
/// <param name="Confidence">Of the lower bound; default 0.95, legal 0.5 to 0.999999999999.</param>
/// <param name="Delta">δ at which the claim is tested; default 0, legal 0 to 0.999. A claim without pure ε needs it above 0.</param>
public sealed record TwoDatasetAuditOptions(int Runs = 5000, double Confidence = 0.95, double Delta = 0);
