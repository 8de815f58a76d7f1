using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>RMIA: compares how likely the model finds a record with how likely an average model does.</summary>
/// <remarks>
/// ln p(x) − ln mean p'(x) over shadow models p', half of which learnt x. The paper then ranks that ratio among those of other people; with one set of them for all candidates this keeps
/// the order, so the ratio is the score. Needs few shadow models, and the model's densities. Source: Zarifzadeh, Liu, Shokri, ICML 2024, arXiv:2312.03262.
/// </remarks>
[Attack("rmia", AttackKind.Membership, AttackCost.ManyFits, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Refit | AttackNeeds.Reference | AttackNeeds.Density, Title = "RMIA", MostCandidates = 200)]
public sealed class RelativeLikelihoodAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (ShadowDensities.Of(input, cancellation) is not { } densities) return new NotPossible("the model fitted again does not tell how likely a record is");
        var scores = new double[densities.Observed.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var most = double.NegativeInfinity;
            foreach (var shadow in densities.Shadows) most = Math.Max(most, shadow[i]);
            var sum = 0.0;
            foreach (var shadow in densities.Shadows) sum += PortableMath.Exp(shadow[i] - most);
            scores[i] = densities.Observed[i] - most - PortableMath.Log(sum / densities.Shadows.Length);
        }
        return new MembershipScores(scores);
    }
}
