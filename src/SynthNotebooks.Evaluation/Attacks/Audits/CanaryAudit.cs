using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Audits;

/// <summary>One-run audit: puts each of many unusual records into the training table by a coin flip, fits once, and guesses which were in.</summary>
/// <remarks>
/// Canaries join cells of different people, so that hardly anybody resembles them. Their score is the model's density where it tells one, else the distance to the nearest of as many synthetic
/// rows; the quarter with the highest score is called in, the lowest quarter out. The bound holds for the fit on these rows at 95 %. Cost: one fit. Source: Steinke, Nasr,
/// Jagielski, NeurIPS 2023, arXiv:2305.08846.
/// </remarks>
[Attack("canaries", AttackKind.Audit, AttackCost.OneFit, AttackControls.Copy, Needs = AttackNeeds.Refit, Title = "One-run audit")]
public sealed class CanaryAudit : IAttack
{
    private const int MostCanaries = 1000, LeastCanaries = 20;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var rows = input.Reference is { } reference ? DataFrame.Concatenate([input.Candidates, reference]) : input.Candidates;
        var count = (int)Math.Min(MostCanaries, rows.Rows.Count / 2);
        if (count < LeastCanaries) return new NotPossible($"{2 * LeastCanaries} real rows are needed to make {LeastCanaries} canaries; there are {rows.Rows.Count}");
        var random = new SplitRandom(input.Seed).Split("canaries");
        var canaries = Canaries(rows, count, random.Split("cells"));
        var (coins, taken) = (new bool[count], new List<int>());
        for (var i = 0; i < count; i++)
            if (coins[i] = random.NextBelow(2) == 1) taken.Add(i);
        var training = DataFrame.Concatenate([rows, canaries.Take([.. taken])]).Shuffle(random.NextUInt64());
        cancellation.ThrowIfCancellationRequested();
        var model = input.Refit!(training, random.NextUInt64());
        var scores = model is IDensity density
            ? density.LogDensity(canaries, cancellation)
            : Nearness(input, canaries, model.Sample((int)training.Rows.Count, new SampleOptions { Seed = random.NextUInt64(), Threads = input.Threads, Cancellation = cancellation }), cancellation);
        return Guess(scores, coins, random);
    }

    private static DataFrame Canaries(DataFrame rows, int count, SplitRandom random) => new(rows.Columns.Select(column =>
    {
        var own = random.Split(column.Name);
        var drawn = new int[count];
        for (var i = 0; i < count; i++) drawn[i] = own.NextBelow(column.Length);
        return column.Take(drawn);
    }));

    private static double[] Nearness(AttackInput input, DataFrame canaries, DataFrame sample, CancellationToken cancellation)
    {
        var tables = AttackTables.Of(new AttackInput(sample, canaries, input.Schema) { Threads = input.Threads }, cancellation);
        return Array.ConvertAll(new NearestNeighbours(tables.Synthetic).Find(tables.Candidates, 1, input.Threads, cancellation).Distances, distance => -(double)distance);
    }

    private static CanaryGuesses Guess(double[] scores, bool[] coins, SplitRandom random)
    {
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        random.Shuffle(order.AsSpan()); // ties fall by chance
        var sorted = order.OrderByDescending(i => scores[i]).ToArray();
        var side = sorted.Length / 4;
        var right = 0;
        for (var i = 0; i < side; i++) right += (coins[sorted[i]] ? 1 : 0) + (coins[sorted[^(i + 1)]] ? 0 : 1);
        return new(coins.Length, 2 * side, right);
    }
}
