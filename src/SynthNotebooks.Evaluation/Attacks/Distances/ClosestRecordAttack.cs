using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Distances;

/// <summary>Calls those candidates members that stand nearest to a synthetic row (distance to closest record, DCR).</summary>
/// <remarks>
/// Weak: tables that passed it were highly vulnerable to other attacks (arXiv:2505.01524). Cost: one search shared by all distance attacks.
/// Source: Park et al., PVLDB 11(10), 2018, doi:10.14778/3231751.3231757.
/// </remarks>
[Attack("dcr", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Title = "DCR", ComparesRows = true, Weak = true)]
public sealed class ClosestRecordAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation).ToSynthetic;
        var scores = new double[near.Queries];
        for (var i = 0; i < scores.Length; i++) scores[i] = -near.DistancesOf(i)[0];
        return new MembershipScores(scores);
    }
}
