using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Distances;

/// <summary>Calls those candidates members that stand in the synthetic table cell by cell (identical matches).</summary>
/// <remarks>
/// At the best threshold true and false alarms are the shares of members and of others that are repeated. Weak: a table without a single copy
/// may still leak. Source: Platzer, Reutterer, Front. Big Data 4, 2021, doi:10.3389/fdata.2021.679939.
/// </remarks>
[Attack("identical-match", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Title = "Identical matches", ComparesRows = true, Weak = true)]
public sealed class IdenticalMatchAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation).ToSynthetic;
        var scores = new double[near.Queries];
        for (var i = 0; i < scores.Length; i++) scores[i] = near.DistancesOf(i)[0] <= 0 ? 1 : 0;
        return new MembershipScores(scores);
    }
}
