using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.People;

/// <summary>Anonymeter's linkability: two parts of a person's record belong together when the same synthetic row is among the nearest to both.</summary>
/// <remarks>
/// Columns go to the parts by turns; the nearest row of either part counts, the first of equally near ones. Baseline: links drawn at random. Cost: two searches. Source: Giomi et al.,
/// PoPETs 2023(2), arXiv:2211.10459.
/// </remarks>
[Attack("linkability", AttackKind.Linkage, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint, Title = "Linkability (Anonymeter)", MostCandidates = 4000)]
public sealed class LinkabilityAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var tables = AttackTables.Of(input, cancellation);
        if (tables.Columns < 2) return new NotPossible("a record of one column has no two parts");
        int[] first = Nearest(0), second = Nearest(1);
        var random = new SplitRandom(input.Seed).Split("linkability");
        var baseline = new bool[first.Length];
        for (var i = 0; i < baseline.Length; i++) baseline[i] = random.NextBelow(tables.Synthetic.Rows) == random.NextBelow(tables.Synthetic.Rows);
        return new RecordLinks([.. first.Select((row, i) => row == second[i])], baseline);

        int[] Nearest(int part)
        {
            int[] columns = [.. Enumerable.Range(0, tables.Columns).Where(column => column % 2 == part)];
            return new NearestNeighbours(tables.Part(0, columns)).Find(tables.Part(1, columns), 1, input.Threads, cancellation).Rows;
        }
    }
}
