using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>Groundhog: learns from shadow models what moments, histograms and correlations of a table tell about a record's membership.</summary>
/// <remarks>
/// A random forest a candidate; shadow models are shared. Up to 200 records drawn at random and 200 isolated ones. Cost: the shadow fits, then milliseconds a candidate. Source: Stadler,
/// Oprisanu, Troncoso, USENIX Security 2022, arXiv:2011.07018.
/// </remarks>
[Attack("groundhog", AttackKind.Membership, AttackCost.ManyFits, AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Refit | AttackNeeds.Reference, Title = "Groundhog", MostCandidates = 200)]
public sealed class GroundhogAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var models = ShadowModels.Of(input, cancellation);
        var tables = ShadowTables.Of(input, cancellation);
        var summaries = new double[models.Models.Count + 1][];
        Parallel.For(0, summaries.Length, new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation }, i =>
            summaries[i] = TableSummary.Of(tables, i == models.Models.Count ? -2 : i));
        return new MembershipScores(ShadowForest.Score(input, models, (int)input.Candidates.Rows.Count, _ => summaries, cancellation));
    }
}
