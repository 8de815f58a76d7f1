using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Generators.Tests.Statistical;

public class CopulaGeneratorTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData(0.8)]
    [InlineData(-0.4)]
    [InlineData(0)]
    public void Correlation_of_normal_columns_is_kept(double rho)
    {
        var random = new SplitRandom(1);
        var (x, y) = (new double[Rows], new double[Rows]);
        for (var i = 0; i < Rows; i++)
        {
            x[i] = random.NextNormal();
            y[i] = rho * x[i] + Math.Sqrt(1 - rho * rho) * random.NextNormal();
        }
        var made = Fitted(new DataFrame(new DoubleColumn("x", x), new DoubleColumn("y", y))).Sample(Rows);

        // two samples, each of standard error (1 − ρ²)/√n; 5 of them fail with probability below 1e-6; classes add a bias of at most .01
        Assert.Equal(rho, Pearson(made["x"].ToNumbers(), made["y"].ToNumbers()), 0.01 + 5 * Math.Sqrt(2.0 / Rows) * (1 - rho * rho));
    }

    [Fact]
    public void A_shuffled_order_of_categories_is_found()
    {
        var random = new SplitRandom(2);
        string[] names = ["m", "c", "z", "a", "q", "f"];
        var (levels, numbers) = (new string[Rows], new double[Rows]);
        for (var i = 0; i < Rows; i++)
        {
            var level = random.NextBelow(names.Length);
            (levels[i], numbers[i]) = (names[level], level + random.NextNormal());
        }
        var training = new DataFrame(TextColumn.Of("level", levels), new DoubleColumn("number", numbers));
        var made = Fitted(training).Sample(Rows);

        foreach (var name in names) Assert.Equal(MeanWhere(training, name), MeanWhere(made, name), 0.25);
        static double MeanWhere(DataFrame table, string name) =>
            table.Rows.Where(row => (string)row["level"]! == name).Average(row => (double)row["number"]!);
    }

    [Fact] // «no line» goes together in all columns, the choice among lines hardly does: two things that one order cannot say
    public void Structural_categories_keep_their_tables()
    {
        var training = Services(Rows, seed: 3);

        var nested = Distance(training, Fitted(training).Sample(Rows));
        var single = Distance(training, Fitted(training, decisions: 1).Sample(Rows));

        Assert.True(nested < 0.04, $"nested {nested}");
        Assert.True(nested < single, $"nested {nested}, single {single}");
    }

    [Fact]
    public void Columns_that_are_missing_together_stay_so()
    {
        var made = Fitted(Conformance.MixedTable.Of(2000, seed: 4)).Sample(2000);

        for (var row = 0; row < 2000; row++) Assert.Equal(made["age"].IsNull(row), made["visit"].IsNull(row));
    }

    [Fact]
    public void Missing_cells_depend_on_other_columns_as_before()
    {
        var training = Conformance.MixedTable.Of(5000, seed: 5); // age is missing more often where amounts are large
        double real = MeanAmount(training), made = MeanAmount(Fitted(training).Sample(Rows));

        Assert.True(real > 1300);
        Assert.InRange(made, 1150, 1600); // 1000 if it were independent

        static double MeanAmount(DataFrame table) => table.Rows.Where(row => row["age"] is null).Average(row => (double)row["amount"]!);
    }

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(65, 1, 4)]
    [InlineData(16, -1, 4)]
    [InlineData(16, 1, 0)]
    public void Options_outside_their_range_are_refused(int classes, double prior, int decisions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CopulaGenerator(new(classes, prior, decisions)));

    [RealTableFact]
    public void Adult_keeps_its_strongest_pairs()
    {
        var training = DataFrame.LoadCsv(RealTables.Path("adult_train.csv"));
        var made = Fitted(training).Sample((int)training.Rows.Count);

        Assert.True(PairDistance(training, made, "education", "education_num") < 0.06);
        Assert.True(PairDistance(training, made, "relationship", "sex") < 0.12);
        Assert.True(PairDistance(training, made, "marital_status", "relationship") < 0.2); // .51 if they were independent
    }

    private static IFittedGenerator Fitted(DataFrame training, int decisions = 4) =>
        new CopulaGenerator(new(Decisions: decisions)).Fit(training, new FitContext(training.InferSchema()));

    private static DataFrame Services(int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var columns = Enumerable.Range(0, 4).Select(_ => new string[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var line = random.NextDouble() < 0.75;
            foreach (var column in columns) column[i] = !line ? "no line" : random.NextDouble() < 0.4 ? "yes" : "no";
        }
        return new DataFrame(columns.Select((values, j) => TextColumn.Of(FormattableString.Invariant($"service{j}"), values)));
    }

    private static double Distance(DataFrame real, DataFrame made)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < real.Columns.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += PairDistance(real, made, real.Columns[i].Name, real.Columns[j].Name);
                pairs++;
            }
        }
        return sum / pairs;
    }

    // Half the L1 distance of the two-way tables.
    private static double PairDistance(DataFrame real, DataFrame made, string a, string b)
    {
        var difference = new Dictionary<(string?, string?), double>();
        foreach (var (table, sign) in new[] { (real, 1.0), (made, -1.0) })
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var key = (table[a].GetText(row), table[b].GetText(row));
                difference[key] = difference.GetValueOrDefault(key) + sign / table.Rows.Count;
            }
        }
        return difference.Values.Sum(Math.Abs) / 2;
    }

    private static double Pearson(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
