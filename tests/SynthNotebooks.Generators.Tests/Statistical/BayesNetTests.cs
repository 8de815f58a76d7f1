using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Generators.Tests.Statistical;

public class BayesNetTests
{
    private const int Rows = 20_000;

    [Fact]
    public void The_tree_of_a_planted_chain_is_the_chain()
    {
        var columns = Chain(seed: 1);
        var data = new StateColumns(columns, [3, 3, 3, 3], [.. columns.Select(_ => new[] { 1 / 3.0, 1 / 3.0, 1 / 3.0 })]);

        var parents = ChowLiuTree.Parents(ChowLiuTree.Information(data, new FitContext(new TableSchema([]))));

        Assert.Equal([-1, 0, 1, 2], parents);
    }

    [Fact]
    public void A_column_told_by_two_others_together_gets_both_as_parents()
    {
        var random = new SplitRandom(2);
        var columns = new[] { new long[Rows], new long[Rows], new long[Rows] };
        for (var row = 0; row < Rows; row++)
        {
            (columns[0][row], columns[1][row]) = (random.NextBelow(3), random.NextBelow(3));
            columns[2][row] = random.NextDouble() < 0.1 ? random.NextBelow(3) : columns[0][row] == 2 ? columns[1][row] : columns[0][row];
        }
        var table = Table(columns);

        var sample = Fit(table).Sample(Rows);

        // Hoeffding for both tables: the share of rows in which the rule holds.
        var slack = 2 * Math.Sqrt(Math.Log(2 / 1e-6) / (2 * Rows));
        Assert.InRange(Share(sample), Share(table) - slack, Share(table) + slack);

        static double Share(DataFrame table)
        {
            double[] a = table["x0"].ToNumbers(), b = table["x1"].ToNumbers(), c = table["x2"].ToNumbers();
            return Enumerable.Range(0, a.Length).Count(row => c[row] == (a[row] == 2 ? b[row] : a[row])) / (double)a.Length;
        }
    }

    [Theory]
    [InlineData("tree"), InlineData("hill-climbing")]
    public void Conditions_are_met_exactly_and_with_the_right_distribution(string structure)
    {
        var model = Fit(Table([.. Chain(seed: 3).Select(codes => Array.ConvertAll(codes, code => (long)code))]), structure);
        var where = ConditionParser.Parse("x3 >= 1 and x1 in (0, 2)", model.Schema);
        var conditional = (IConditional)model;

        Assert.True(conditional.CanCondition(where));
        var made = conditional.SampleChunk(Rows, where, new SplitRandom(4));
        var free = model.Sample(8 * Rows);

        var (all, met) = (Numbers(free), Numbers(made));
        Assert.All(Enumerable.Range(0, Rows), row => Assert.True(Meets(met, row)));
        int[] kept = [.. Enumerable.Range(0, 8 * Rows).Where(row => Meets(all, row))];
        // Hoeffding for both samples, nine cells: a correct sampler fails with probability below 1e-6.
        var slack = Math.Sqrt(Math.Log(36 / 1e-6) / (2.0 * Rows)) + Math.Sqrt(Math.Log(36 / 1e-6) / (2.0 * kept.Length));
        for (var cell = 0; cell < 9; cell++)
        {
            var expected = kept.Count(row => all[0][row] == cell / 3 && all[2][row] == cell % 3) / (double)kept.Length;
            Assert.Equal(expected, Enumerable.Range(0, Rows).Count(row => met[0][row] == cell / 3 && met[2][row] == cell % 3) / (double)Rows, slack);
        }

        static double[][] Numbers(DataFrame table) => [.. table.Columns.Select(column => column.ToNumbers())];

        static bool Meets(double[][] columns, int row) => columns[3][row] >= 1 && columns[1][row] != 1;
    }

    [Fact]
    public void Densities_of_all_rows_sum_to_one()
    {
        var model = (IDensity)Fit(Table([.. Chain(seed: 5).Select(codes => Array.ConvertAll(codes, code => (long)code))]));
        var all = Table([.. new[] { 1, 3, 9, 27 }.Select(place => Enumerable.Range(0, 81).Select(cell => (long)(cell / place % 3)).ToArray())]);

        Assert.Equal(1, model.LogDensity(all, default).Sum(Math.Exp), 1e-5);
    }

    [Fact]
    public void Missing_cells_are_filled_from_their_distribution_given_the_others()
    {
        var columns = Chain(seed: 6).Select(codes => Array.ConvertAll(codes, code => (long)code)).ToArray();
        var hidden = new bool[Rows];
        for (var row = 0; row < Rows; row++) hidden[row] = row % 4 == 0;
        var table = new DataFrame(new Int64Column("x0", columns[0]), new Int64Column("x1", columns[1], NullMask.Of(hidden)), new Int64Column("x2", columns[2]), new Int64Column("x3", columns[3]));

        var filled = ((IImputer)Fit(table)).Impute(table, new());

        Assert.Equal(0, filled["x1"].NullCount);
        double[] x0 = filled["x0"].ToNumbers(), x1 = filled["x1"].ToNumbers();
        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => row % 4 == 0)];
        double expected = rows.Count(row => columns[1][row] == x0[row]) / (double)rows.Length, made = rows.Count(row => x1[row] == x0[row]) / (double)rows.Length;
        Assert.Equal(expected, made, 2 * Math.Sqrt(Math.Log(4 / 1e-6) / (2.0 * rows.Length))); // Hoeffding twice
    }

    [Fact]
    public void Options_are_checked_when_they_are_given()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BayesNetGenerator(new(MaxParents: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BayesNetGenerator(new(CliqueCells: 10)));
    }

    private static IFittedGenerator Fit(DataFrame table, string structure = "hill-climbing") =>
        GeneratorFactory.Create(Conformance.Generators.Catalog, "bayesnet", new Dictionary<string, string> { ["structure"] = structure }).Fit(table, new FitContext(table.InferSchema()));

    private static DataFrame Table(long[][] columns) => new(columns.Select((values, i) => new Int64Column(FormattableString.Invariant($"x{i}"), values)));

    // Each column repeats the one before it seven times of ten.
    private static int[][] Chain(ulong seed)
    {
        var random = new SplitRandom(seed);
        var columns = new[] { new int[Rows], new int[Rows], new int[Rows], new int[Rows] };
        for (var row = 0; row < Rows; row++)
            for (var i = 0; i < columns.Length; i++) columns[i][row] = i == 0 || random.NextDouble() > 0.7 ? random.NextBelow(3) : columns[i - 1][row];
        return columns;
    }
}
