using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>LiRA: compares how likely the model finds a record with how likely shadow models do that learnt it, and that did not.</summary>
/// <remarks>
/// ln N(s; μ_in, σ_in) − ln N(s; μ_out, σ_out) of log densities s; with at most 64 shadow models the deviations are shared by all candidates. Needs the model's densities.
/// Cost: the shadow fits. Source: Carlini et al., IEEE S&amp;P 2022, arXiv:2112.03570.
/// </remarks>
[Attack("lira", AttackKind.Membership, AttackCost.ManyFits, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Refit | AttackNeeds.Reference | AttackNeeds.Density, Title = "LiRA", MostCandidates = 200)]
public sealed class LikelihoodRatioAttack : IAttack
{
    private const double LeastVariance = 1e-6;
    private const int OwnDeviations = 64;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (ShadowDensities.Of(input, cancellation) is not { } densities) return new NotPossible("the model fitted again does not tell how likely a record is");
        var models = ShadowModels.Of(input, cancellation);
        var count = densities.Observed.Length;
        var (ins, outs) = (Moments(true), Moments(false));
        if (models.Models.Count <= OwnDeviations)
        {
            Share(ins);
            Share(outs);
        }
        var scores = new double[count];
        for (var i = 0; i < count; i++) scores[i] = LogNormal(densities.Observed[i], ins[i]) - LogNormal(densities.Observed[i], outs[i]);
        return new MembershipScores(scores);

        (double Mean, double Variance)[] Moments(bool holds)
        {
            var moments = new (double Mean, double Variance)[count];
            for (var i = 0; i < count; i++)
            {
                double sum = 0, squares = 0;
                var n = 0;
                for (var shadow = 0; shadow < models.Models.Count; shadow++)
                {
                    if (models.Holds[shadow][i] != holds) continue;
                    sum += densities.Shadows[shadow][i];
                    n++;
                }
                var mean = sum / n;
                for (var shadow = 0; shadow < models.Models.Count; shadow++)
                    if (models.Holds[shadow][i] == holds) squares += (densities.Shadows[shadow][i] - mean) * (densities.Shadows[shadow][i] - mean);
                moments[i] = (mean, n > 1 ? squares / (n - 1) : 0);
            }
            return moments;
        }
    }

    private static void Share((double Mean, double Variance)[] moments)
    {
        var sum = new FixedOrderSum();
        foreach (var (_, variance) in moments) sum.Add(variance);
        for (var i = 0; i < moments.Length; i++) moments[i].Variance = sum.Value / moments.Length;
    }

    private static double LogNormal(double x, (double Mean, double Variance) moments)
    {
        var variance = moments.Variance + LeastVariance;
        return -0.5 * ((x - moments.Mean) * (x - moments.Mean) / variance + PortableMath.Log(variance));
    }
}
