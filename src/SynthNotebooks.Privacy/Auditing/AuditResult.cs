using System.Globalization;

namespace SynthNotebooks.Privacy;

/// <summary>Claimed against empirical ε.</summary>
/// <param name="Claimed">ε that the mechanism claims at δ.</param>
/// <param name="LowerBound">ε that the audit proves, at its confidence; of a zCDP claim the larger of the direct bound and of what <paramref name="ProvenRho"/> comes to at δ.</param>
/// <param name="Ceiling">What a perfect attack would prove with as many runs.</param>
/// <param name="Delta">δ of both.</param>
/// <param name="Confidence">Of the lower bound.</param>
/// <param name="Runs">Per side; of a one-run audit the number of canaries.</param>
/// <param name="Threshold">The attack: a score of at least this speaks for the first table.</param>
/// <param name="ClaimedRho">ρ that is claimed; +∞ when the claim is not by zCDP.</param>
/// <param name="ProvenRho">ρ that the audit proves; 0 when the claim is not by zCDP.</param>
public sealed record AuditResult(
    double Claimed, double LowerBound, double Ceiling, double Delta, double Confidence, int Runs, long Threshold, double ClaimedRho = double.PositiveInfinity, double ProvenRho = 0)
{
    /// <summary>Whether the claim is refuted.</summary>
    public bool Refuted => LowerBound > Claimed || ProvenRho > ClaimedRho;

    /// <summary>The result in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"claimed epsilon {Claimed:G5}, proven at least {LowerBound:G5} at {100 * Confidence:G7} % ({Runs} runs a side, which can prove {Ceiling:G5} at most): {(Refuted ? "REFUTED" : "not refuted")}");
}
