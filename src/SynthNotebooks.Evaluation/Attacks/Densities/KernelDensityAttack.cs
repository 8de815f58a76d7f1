using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>DOMIAS with kernel densities: calls those candidates members where the synthetic table is denser than real rows are.</summary>
/// <remarks>
/// ln p_synthetic(x) − ln p_reference(x); each density is a Laplace kernel over the twenty nearest rows, its width the median distance between a
/// candidate and its fifth nearest reference row. Cost: the search shared by all distance attacks. Source: van Breugel et al., AISTATS 2023, arXiv:2302.12580.
/// </remarks>
[Attack("domias", AttackKind.Membership, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels | AttackControls.Mixtures,
    Needs = AttackNeeds.Reference, Title = "DOMIAS (kernel)")]
public sealed class KernelDensityAttack : IAttack
{
    private const int Fifth = 4;
    private const double LeastDensity = 1e-30; // far from every row both densities are 0, and their ratio is 1

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var near = Neighbourhoods.Of(input, cancellation);
        if (near.ToReference is not { } reference) return new NotPossible("real rows of the attacker's own are needed");
        var width = Width(reference);
        var scores = new double[reference.Queries];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = PortableMath.Log(Density(near.ToSynthetic.DistancesOf(i), width, near.SyntheticRows)) - PortableMath.Log(Density(reference.DistancesOf(i), width, near.ReferenceRows));
        return new MembershipScores(scores);
    }

    private static double Width(NeighbourLists reference)
    {
        var distances = new double[reference.Queries];
        for (var i = 0; i < distances.Length; i++) distances[i] = reference.DistancesOf(i)[Math.Min(Fifth, reference.Count - 1)];
        Array.Sort(distances);
        // Where most rows are repeated the median is 0: then the smallest distance there is.
        var width = distances[distances.Length / 2];
        return width > 0 ? width : Array.Find(distances, distance => distance > 0) is > 0 and var least ? least : 1;
    }

    private static double Density(ReadOnlySpan<float> distances, double width, int rows)
    {
        var sum = 0.0;
        foreach (var distance in distances) sum += PortableMath.Exp(-distance / width);
        return LeastDensity + sum / rows;
    }
}
