using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>Estimates the ratio of synthetic to real density with boosted trees that tell the tables apart, and calls candidates members where it is high.</summary>
/// <remarks>
/// The odds of a calibrated classifier are the density ratio up to a factor. At most 20,000 rows of either table are learnt; about a second. Sources: Sugiyama, Suzuki,
/// Kanamori, Density Ratio Estimation in Machine Learning, 2012, chapter 4; Ward et al., Synth-MIA, 2025, arXiv:2509.18014.
/// </remarks>
[Attack("density-ratio", AttackKind.Membership, AttackCost.Learning, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Reference, Title = "Density ratio")]
public sealed class DensityRatioAttack : IAttack
{
    private const int MostRows = 20_000;
    private const double Least = 1e-12;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var learner = new HistogramBoosting(new(Rounds: 100, LearningRate: 0.2, Leaves: 63, MinimumLeaf: 2, Ridge: 1));
        return TwoTables.Probabilities(input, learner, MostRows, cancellation) is not { } shares
            ? new NotPossible("real rows of the attacker's own are needed")
            : new MembershipScores(Array.ConvertAll(shares, share => PortableMath.Log((share + Least) / (1 - share + Least))));
    }
}
