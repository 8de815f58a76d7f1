using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>Integrates the synthetic density around each candidate by counting (Monte-Carlo attack): − Σ ln d over synthetic rows nearer than the median closest one.</summary>
/// <remarks>At most twenty rows a candidate. Cost: the search shared by all distance attacks. Source: Hilprecht et al., PoPETs 2019(4), doi:10.2478/popets-2019-0067, with its
/// median heuristic.</remarks>
[Attack("monte-carlo", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures, Title = "Monte-Carlo")]
public sealed class MonteCarloAttack : IAttack
{
    private const double Nothing = 1e-6; // below the distance of records that differ

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation).ToSynthetic;
        var closest = new float[near.Queries];
        for (var i = 0; i < closest.Length; i++) closest[i] = near.DistancesOf(i)[0];
        Array.Sort(closest);
        var radius = closest[closest.Length / 2];
        var scores = new double[near.Queries];
        for (var i = 0; i < scores.Length; i++)
        {
            foreach (var distance in near.DistancesOf(i))
            {
                if (distance > radius) break;
                scores[i] -= PortableMath.Log((distance + Nothing) / (radius + 2 * Nothing)); // above 0: each further row counts for membership
            }
        }
        return new MembershipScores(scores);
    }
}
