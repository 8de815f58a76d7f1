using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Distances;

/// <summary>Calls those candidates members that stand nearer to a synthetic row than to any of the attacker's own real rows (DCR difference).</summary>
/// <remarks>
/// (d_reference − d_synthetic) / (d_reference + d_synthetic), so that records in sparse and in dense regions compare. Weak, as all distance baselines.
/// Source: Platzer, Reutterer, Front. Big Data 4, 2021, doi:10.3389/fdata.2021.679939.
/// </remarks>
[Attack("dcr-difference", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Needs = AttackNeeds.Reference, Title = "DCR difference", ComparesRows = true, Weak = true)]
public sealed class DistanceDifferenceAttack : IAttack
{
    private const double Nothing = 1e-9; // below any distance that floats tell: a copy beats everything, also among copies of the reference

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation);
        if (near.ToReference is not { } reference) return new NotPossible("real rows of the attacker's own are needed");
        var scores = new double[near.ToSynthetic.Queries];
        for (var i = 0; i < scores.Length; i++)
        {
            double synthetic = near.ToSynthetic.DistancesOf(i)[0], own = reference.DistancesOf(i)[0] + Nothing;
            scores[i] = (own - synthetic) / (own + synthetic);
        }
        return new MembershipScores(scores);
    }
}
