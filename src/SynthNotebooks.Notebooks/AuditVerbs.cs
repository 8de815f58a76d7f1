using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks;

/// <summary>Audits of the mechanisms of the catalog.</summary>
public static class AuditVerbs
{
    private const double DeltaWithoutPureEpsilon = 1e-5, Chance = 0.05;

    /// <summary>Audits one mechanism or all: claimed against empirical ε on the worst pair of neighbours; all bounds hold together at 95 %.</summary>
    /// <param name="mechanism">An id of <see cref="MechanismCatalog"/>, or <c>all</c>.</param>
    /// <param name="epsilon">ε of the instance.</param>
    /// <param name="trials">Runs a side.</param>
    /// <param name="cancellation">Stops between runs.</param>
    /// <exception cref="ArgumentException">The id is unknown or a number not legal.</exception>
    public static MechanismAudits Audit(string mechanism, double epsilon = 1, int trials = 5000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        Contracts.Require.InRange(epsilon, 1e-3, 50);
        string[] ids = mechanism == "all" ? [.. MechanismCatalog.Mechanisms.Ids] : [mechanism];
        return new([.. ids.Select(id =>
        {
            var trial = MechanismCatalog.Trial(id, Rational.Of(epsilon), new CryptographicBits());
            var delta = double.IsFinite(trial.Claim.PureEpsilon) ? 0 : DeltaWithoutPureEpsilon;
            return (id, TwoDatasetAudit.Run(trial, new TwoDatasetAuditOptions(trials, 1 - Chance / ids.Length, delta), cancellation));
        })]);
    }
}
