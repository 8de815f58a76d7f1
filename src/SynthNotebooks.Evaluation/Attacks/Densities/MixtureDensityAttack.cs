using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>DOMIAS with mixture densities: the same ratio as domias, from two mixtures of normals and categories.</summary>
/// <remarks>
/// A coarse density: sees generators that are too dense in whole regions, hardly single copies. At most 5,000 rows of each table are learnt, with up to 32
/// components. Cost: rows · components · columns² a round of two fits. Source: van Breugel et al., AISTATS 2023, arXiv:2302.12580.
/// </remarks>
[Attack("domias-mixture", AttackKind.Membership, AttackCost.Learning, AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Reference, Title = "DOMIAS (mixture)")]
public sealed class MixtureDensityAttack : IAttack
{
    private const int MostRows = 5000, Components = 32;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var tables = AttackTables.Of(input, cancellation);
        if (tables.Reference is not { } reference) return new NotPossible("real rows of the attacker's own are needed");
        var states = Enumerable.Range(0, tables.Candidates.Codes.Count)
            .Select(k => 1 + new[] { tables.Synthetic, tables.Candidates, reference }.Max(points => points.Codes[k].Length == 0 ? 0 : points.Codes[k].Max())).ToArray();
        var scale = Scale(reference);
        var random = new SplitRandom(input.Seed).Split("domias: mixture");
        var synthetic = Fit(tables.Synthetic, "synthetic");
        var own = Fit(reference, "reference");
        var candidates = Sample(tables.Candidates, null, scale, states);
        var scores = new double[candidates.Rows];
        Parallel.For(0, (scores.Length + 255) / 256, new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation }, block =>
        {
            double[] first = new double[synthetic.Components], second = new double[own.Components], work = new double[candidates.Dimensions];
            for (var i = block * 256; i < Math.Min(scores.Length, block * 256 + 256); i++)
                scores[i] = synthetic.Responsibilities(candidates, i, first, work) - own.Responsibilities(candidates, i, second, work);
        });
        return new MembershipScores(scores);

        GaussianMixture Fit(MixedPoints points, string name) => GaussianMixtureFit.Of(
            Sample(points, RowDraw.Of(points.Rows, MostRows, random.Split(name).Split("rows")), scale, states),
            new(MostComponents: Components, Diagonal: true, Threads: input.Threads), random.Split(name).Split("fit"), null, cancellation);
    }

    private static (double Mean, double Deviation)[] Scale(MixedPoints points) => [.. points.Numbers.Select(column =>
    {
        FixedOrderSum sum = new(), squares = new();
        foreach (var value in column) sum.Add(value);
        var mean = sum.Value / column.Length;
        foreach (var value in column) squares.Add((value - mean) * (value - mean));
        var deviation = Math.Sqrt(squares.Value / column.Length);
        return (mean, deviation > 0 ? deviation : 1);
    })];

    private static MixtureSample Sample(MixedPoints points, int[]? drawn, (double Mean, double Deviation)[] scale, int[] states)
    {
        var rows = drawn ?? [.. Enumerable.Range(0, points.Rows)];
        var numbers = new double[rows.Length * scale.Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < scale.Length; j++) numbers[i * scale.Length + j] = (points.Numbers[j][rows[i]] - scale[j].Mean) / scale[j].Deviation;
        return new(rows.Length, numbers, [.. points.Codes.Select(codes => Array.ConvertAll(rows, row => codes[row]))], states);
    }
}
