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
        Contracts.Require.InRange(trials, 100, 10_000_000);
        return Each(mechanism, epsilon, (trial, delta, confidence) => TwoDatasetAudit.Run(trial, new TwoDatasetAuditOptions(trials, confidence, delta), cancellation));
    }

    /// <summary>The same by one single run with many canaries, each in a table of its own by the flip of a coin.</summary>
    /// <param name="mechanism">An id of <see cref="MechanismCatalog"/>, or <c>all</c>.</param>
    /// <param name="epsilon">ε of the instance.</param>
    /// <param name="canaries">20 to 10000000.</param>
    /// <param name="cancellation">Stops between canaries.</param>
    /// <exception cref="ArgumentException">The id is unknown or a number not legal.</exception>
    public static MechanismAudits OneRun(string mechanism, double epsilon = 1, int canaries = 10_000, CancellationToken cancellation = default) =>
        Each(mechanism, epsilon, (trial, delta, confidence) => OneRunJudgement.Run(trial, canaries, delta, confidence, cancellation)) with
        {
            Subject = "one single run of mechanisms, with canaries put in by coin flips",
        };

    private static MechanismAudits Each(string mechanism, double epsilon, Func<MechanismTrial, double, double, AuditResult> audit)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        Contracts.Require.InRange(epsilon, 1e-3, 50);
        string[] ids = mechanism == "all" ? [.. MechanismCatalog.Mechanisms.Ids] : [mechanism];
        return new([.. ids.Select(id =>
        {
            var trial = MechanismCatalog.Trial(id, Rational.Of(epsilon), new CryptographicBits());
            var delta = double.IsFinite(trial.Claim.PureEpsilon) ? 0 : DeltaWithoutPureEpsilon;
            return (id, audit(trial, delta, 1 - Chance / ids.Length));
        })])
        { Confidence = 1 - Chance };
    }
}
