using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.People;

/// <summary>Anonymeter's singling out: predicates that exactly one synthetic row meets are tried on people.</summary>
/// <remarks>
/// Each takes one to four columns of a random synthetic row: categories as they are, numbers as «at least» above the median and «at most» below. Up to 1,000 that are met once are kept. Baseline:
/// the same with cells drawn column by column. Cost: predicates · rows. Source: Giomi et al., PoPETs 2023(2), arXiv:2211.10459.
/// </remarks>
[Attack("singling-out", AttackKind.SinglingOut, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint, Title = "Singling out (Anonymeter)", MostCandidates = 4000)]
public sealed class SinglingOutAttack : IAttack
{
    private const int Guesses = 1000, MostTries = 5000, MostColumns = 4;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var tables = AttackTables.Of(input, cancellation);
        var random = new SplitRandom(input.Seed).Split("singling out");
        var kept = new int[MostTries][];
        var drawn = new Predicate[MostTries];
        for (var i = 0; i < MostTries; i++) drawn[i] = Draw(tables, random, oneRow: true);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation };
        var guesses = new List<Predicate>();
        // In blocks, so that no more are tried than needed, whatever the number of threads.
        for (var start = 0; start < MostTries && guesses.Count < Guesses; start += 500)
        {
            Parallel.For(start, start + 500, parallel, i => kept[i] = drawn[i].Matches(tables, 0, 2));
            for (var i = start; i < start + 500 && guesses.Count < Guesses; i++)
                if (kept[i].Length == 1) guesses.Add(drawn[i]);
        }
        var matches = new int[guesses.Count][];
        var naive = new int[guesses.Count][];
        var blind = new Predicate[guesses.Count];
        for (var i = 0; i < blind.Length; i++) blind[i] = Draw(tables, random, oneRow: false);
        Parallel.For(0, matches.Length, parallel, i =>
        {
            matches[i] = guesses[i].Matches(tables, 1, SingledOut.MostMatches);
            naive[i] = blind[i].Matches(tables, 1, SingledOut.MostMatches);
        });
        return new SingledOut(matches, naive);
    }

    private static Predicate Draw(AttackTables tables, SplitRandom random, bool oneRow)
    {
        var row = random.NextBelow(tables.Synthetic.Rows);
        var columns = new int[tables.Columns];
        for (var i = 0; i < columns.Length; i++) columns[i] = i;
        random.Shuffle(columns.AsSpan());
        var count = 1 + random.NextBelow(Math.Min(MostColumns, columns.Length));
        var parts = new (int, double, bool)[count];
        for (var i = 0; i < count; i++)
        {
            if (!oneRow) row = random.NextBelow(tables.Synthetic.Rows);
            var view = tables.View(columns[i], 0);
            var value = view.IsNumeric ? view.Numbers[row] : view.Codes[row];
            parts[i] = (columns[i], value, view.IsNumeric && view.Present > 0 && value >= view.Sorted[view.Present / 2]);
        }
        return new(parts);
    }
}
