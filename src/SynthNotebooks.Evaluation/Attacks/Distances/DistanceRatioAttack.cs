using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Distances;

/// <summary>Calls those candidates members whose nearest synthetic row is much nearer than the second nearest (nearest neighbour distance ratio, NNDR).</summary>
/// <remarks>
/// Blind to rows that were copied twice, whose two nearest are equally near; such ratios count as 0 when both are copies. Weak, as all distance
/// baselines (arXiv:2505.01524). Source: Zhao et al., CTAB-GAN, ACML 2021, arXiv:2102.08369.
/// </remarks>
[Attack("nndr", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Title = "NNDR", ComparesRows = true, Weak = true)]
public sealed class DistanceRatioAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation).ToSynthetic;
        if (near.Count < 2) return new NotPossible("the synthetic table has one row; two are needed for a ratio of distances");
        var scores = new double[near.Queries];
        for (var i = 0; i < scores.Length; i++)
        {
            var distances = near.DistancesOf(i);
            scores[i] = distances[0] <= 0 ? 0 : -distances[0] / distances[1];
        }
        return new MembershipScores(scores);
    }
}
