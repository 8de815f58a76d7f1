using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>LOGAN: trains a discriminator between synthetic and real rows; what it takes for synthetic was learnt.</summary>
/// <remarks>
/// The discriminator is a forest of deep trees, which remembers single rows. At most 20,000 rows of either table are learnt. Cost O(trees · rows · log rows).
/// Source: Hayes et al., PoPETs 2019(1), doi:10.2478/popets-2019-0008 (black box with auxiliary knowledge).
/// </remarks>
[Attack("logan", AttackKind.Membership, AttackCost.Learning, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Needs = AttackNeeds.Reference, Title = "LOGAN")]
public sealed class DiscriminatorAttack : IAttack
{
    private const int MostRows = 20_000;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        return TwoTables.Probabilities(input, new RandomForest(new(Trees: 50, MinimumLeaf: 1)), MostRows, cancellation) is { } shares
            ? new MembershipScores(shares)
            : new NotPossible("real rows of the attacker's own are needed");
    }
}
