using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>Query-based: learns from shadow models how often rows that agree with a record on random sets of columns occur when the record was learnt.</summary>
/// <remarks>
/// 200 sets of columns, half of them small and half nearly all, and all columns; numbers agree when they share a bin of the attacker's own rows. Counts by bit sets. A random forest a
/// candidate; up to 200 records drawn at random and 200 isolated ones. Cost: the shadow fits, then 200 counts a candidate and model. Source: Houssiau et al., TAPAS,
/// SyntheticData4ML 2022, arXiv:2211.06550.
/// </remarks>
[Attack("query-based", AttackKind.Membership, AttackCost.ManyFits, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Refit | AttackNeeds.Reference, Title = "Query-based", MostCandidates = 200)]
public sealed class QueryAttack : IAttack
{
    private const int Queries = 200, MostSmall = 4;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var models = ShadowModels.Of(input, cancellation);
        var tables = ShadowTables.Of(input, cancellation);
        int[] cells = [.. Enumerable.Range(0, tables.Columns).Select(tables.Cells)];
        var bits = new CodeBits[models.Models.Count + 1];
        Parallel.For(0, bits.Length, new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation }, i =>
            bits[i] = CodeBits.Of([.. Enumerable.Range(0, tables.Columns).Select(column => tables.View(column, i == models.Models.Count ? -2 : i).Codes)], cells));
        var candidates = Enumerable.Range(0, tables.Columns).Select(column => tables.View(column, -1).Codes).ToArray();
        var sets = Sets(tables.Columns, new SplitRandom(input.Seed).Split("query-based"));
        return new MembershipScores(ShadowForest.Score(input, models, (int)input.Candidates.Rows.Count, target =>
        {
            var codes = Array.ConvertAll(candidates, column => column[target]);
            return Array.ConvertAll(bits, table => Array.ConvertAll(sets, set => table.Count(set, codes) / (double)table.Rows));
        }, cancellation));
    }

    private static int[][] Sets(int columns, SplitRandom random)
    {
        var sets = new int[Queries + 1][];
        var order = new int[columns];
        for (var i = 0; i < columns; i++) order[i] = i;
        for (var query = 0; query < Queries; query++)
        {
            random.Shuffle(order.AsSpan());
            var few = 1 + random.NextBelow(Math.Min(MostSmall, columns));
            var set = order[..(query % 2 == 0 ? few : Math.Max(1, columns - few))];
            Array.Sort(set);
            sets[query] = set;
        }
        Array.Sort(order);
        sets[Queries] = order;
        return sets;
    }
}
