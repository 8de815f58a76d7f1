using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Mean total-variation distance between real and compared marginals of one, two and three columns.</summary>
/// <param name="One">Over columns.</param>
/// <param name="Two">Over pairs; null when there is one column.</param>
/// <param name="Three">Over triples; null when there are fewer than three columns.</param>
/// <remarks>
/// All marginals up to <see cref="MostMarginals"/> of a size, more are drawn at random with the evaluation's seed. Time O(marginals · (rows + cells)),
/// split over threads; sums of integers, so that the order does not matter within a marginal.
/// </remarks>
internal sealed record MarginalErrors(double? One, double? Two, double? Three)
{
    /// <summary>Most marginals of one size that are counted.</summary>
    public const int MostMarginals = 2000;

    private const int MostPairCells = 1 << 20; // beyond it the pairs in use are numbered

    public static MarginalErrors Of(TableComparison comparison) => comparison.Tables.Columns == 0
        ? new(null, null, null)
        : comparison.Tables.All.Once(typeof(MarginalErrors), () => Measure(comparison.Tables))[comparison.Table];

    private static MarginalErrors[] Measure(TableSet tables)
    {
        var others = tables.Others;
        WorkloadBins[] bins = [WorkloadBins.OfReal(tables), .. Enumerable.Range(0, others).Select(table => WorkloadBins.OfOther(tables, table))];
        int[][] nothing = [.. bins.Select(bin => new int[bin.Codes(0).Length])]; // a second column of one cell
        var one = Means([.. Enumerable.Range(0, tables.Columns).Select(i => Errors([.. bins.Select(bin => bin.Codes(i))], bins[0].Cells[i], nothing, 1))], others);
        var (pairs, triples) = (Pairs(tables), Triples(tables));
        var wanted = triples.GroupBy(triple => (triple.First, triple.Second)).ToDictionary(group => group.Key, group => group.Select(triple => triple.Third).ToArray());
        (int First, int Second)[] starts = [.. pairs.Concat(wanted.Keys).Distinct().Order()];
        var two = new double[starts.Length][];
        var three = new double[starts.Length][][];
        var counted = pairs.ToHashSet();
        Parallel.For(0, starts.Length, TableSet.Parallelism(tables.Options), at =>
        {
            var start = starts[at];
            var (codes, cells) = PairCodes(bins, start.First, start.Second);
            if (counted.Contains(start)) two[at] = Errors(codes, cells, nothing, 1);
            three[at] = [.. (wanted.GetValueOrDefault(start) ?? []).Select(third => Errors(codes, cells, [.. bins.Select(bin => bin.Codes(third))], bins[0].Cells[third]))];
        });
        var (means2, means3) = (Means([.. two.Where(errors => errors is not null)], others), Means([.. three.SelectMany(errors => errors)], others));
        return [.. Enumerable.Range(0, others).Select(table => new MarginalErrors(one[table], means2[table], means3[table]))];
    }

    // By table: the error of the marginal of (first, second); each has codes by table, the real one first.
    private static double[] Errors(int[][] first, int firstCells, int[][] second, int secondCells)
    {
        var real = TwoWayTable.Of(first[0], firstCells, second[0], secondCells);
        var errors = new double[first.Length - 1];
        for (var table = 0; table < errors.Length; table++) errors[table] = 1 - TwoWayTable.Of(first[table + 1], firstCells, second[table + 1], secondCells).Similarity(real);
        return errors;
    }

    // Two columns as one, by table.
    private static (int[][] Codes, int Cells) PairCodes(WorkloadBins[] bins, int first, int second)
    {
        var width = bins[0].Cells[second];
        var codes = new int[bins.Length][];
        var known = new Dictionary<long, int>();
        var dense = (long)bins[0].Cells[first] * width <= MostPairCells;
        for (var table = 0; table < bins.Length; table++)
        {
            int[] a = bins[table].Codes(first), b = bins[table].Codes(second), joint = new int[a.Length];
            for (var row = 0; row < joint.Length; row++)
            {
                if (dense)
                {
                    joint[row] = a[row] * width + b[row];
                    continue;
                }
                var key = (long)a[row] * width + b[row];
                if (!known.TryGetValue(key, out joint[row])) known.Add(key, joint[row] = known.Count);
            }
            codes[table] = joint;
        }
        return (codes, dense ? bins[0].Cells[first] * width : known.Count);
    }

    private static (int First, int Second)[] Pairs(TableSet tables) =>
        [.. Combinations(tables, 2).Select(columns => (columns[0], columns[1]))];

    private static (int First, int Second, int Third)[] Triples(TableSet tables) =>
        [.. Combinations(tables, 3).Select(columns => (columns[0], columns[1], columns[2]))];

    private static IReadOnlyList<int[]> Combinations(TableSet tables, int size) =>
        ColumnCombinations.Of(tables.Columns, size, MostMarginals, new SplitRandom(tables.Options.Seed).Split("workload errors").Split((ulong)size));

    private static double?[] Means(double[][] errors, int others)
    {
        var means = new double?[others];
        if (errors.Length == 0) return means;
        for (var table = 0; table < others; table++)
        {
            FixedOrderSum sum = default;
            foreach (var error in errors) sum.Add(error[table]);
            means[table] = sum.Value / errors.Length;
        }
        return means;
    }
}
