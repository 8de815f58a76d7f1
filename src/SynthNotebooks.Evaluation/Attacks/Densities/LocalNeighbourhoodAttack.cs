using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>Counts synthetic rows around a candidate in a ball that holds five real rows: many are the trace of a learnt record.</summary>
/// <remarks>
/// ln ((c + ½) / n_synthetic) − ln (5 / n_reference), c the synthetic rows within the distance of the fifth nearest reference row, at most twenty, the nearer ones
/// counting more. Cost: the search shared by all distance attacks. Source: Ward et al., Synth-MIA, 2025, arXiv:2509.18014.
/// </remarks>
[Attack("local-neighbourhood", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Needs = AttackNeeds.Reference, Title = "Local neighbourhood")]
public sealed class LocalNeighbourhoodAttack : IAttack
{
    private const int RealRows = 5;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation);
        if (near.ToReference is not { } reference) return new NotPossible("real rows of the attacker's own are needed");
        var scores = new double[reference.Queries];
        var real = Math.Min(RealRows, reference.Count);
        for (var i = 0; i < scores.Length; i++)
        {
            double radius = reference.DistancesOf(i)[real - 1], weight = 0.5;
            foreach (var distance in near.ToSynthetic.DistancesOf(i))
            {
                if (distance > radius) break;
                weight += radius > 0 ? 1 - 0.5 * distance / radius : 1;
            }
            scores[i] = PortableMath.Log(weight / near.SyntheticRows) - PortableMath.Log(real / (double)near.ReferenceRows);
        }
        return new MembershipScores(scores);
    }
}
