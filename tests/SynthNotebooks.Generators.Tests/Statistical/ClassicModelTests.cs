using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Generators.Tests.Conformance;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Tests.Statistical;

/// <summary>What each textbook model keeps of planted tables.</summary>
public class ClassicModelTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData("bayesnet", "04706e55dea5d4b9")]
    [InlineData("bootstrap", "7bb6ab0c7c989682")]
    [InlineData("gmm", "e5ff454d95d904e1")]
    [InlineData("kde", "6dbe51a4adbd6394")]
    [InlineData("mvn", "b8dfe7d4cf527675")]
    [InlineData("parametric", "1cb13619a393367d")]
    [InlineData("t-copula", "7df30eda7f040f63")]
    public void A_sample_stays_the_same_to_the_byte(string id, string hash)
    {
        var sample = Conformance.Generators.Fit(id, MixedTable.Of(1000, seed: 21)).Sample(500, new() { Seed = 5 });

        Assert.Equal(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Conformance.Generators.Bytes(sample)))[..16]);
    }

    [Fact]
    public void The_bootstrap_repeats_rows_and_refuses_a_budget()
    {
        var table = new DataFrame(new Int64Column("a", Enumerable.Range(0, 300).Select(i => (long)(i * 7919 % 301)).ToArray()), new DoubleColumn("b", Enumerable.Range(0, 300).Select(i => i / 7.0).ToArray()));
        var known = table.Rows.Select(row => string.Join('|', row.Cells)).ToHashSet(StringComparer.Ordinal);

        Assert.All(Conformance.Generators.Fit("bootstrap", table).Sample(1000).Rows, row => Assert.Contains(string.Join('|', row.Cells), known));
        var failure = Assert.Throws<FitException>(() => Conformance.Generators.Fit("bootstrap", table, context => context with { Budget = new NoBudget() }));
        Assert.Contains("private", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kernels_of_numbers_alone_are_widened_where_that_is_enough()
    {
        const int rows = 400, numbers = 6;
        var random = new SplitRandom(4);
        var columns = Enumerable.Range(0, numbers).Select(i => (Column)new DoubleColumn($"x{i}", Enumerable.Range(0, rows).Select(_ => random.NextNormal()).ToArray()));
        var table = new DataFrame(columns.Append(TextColumn.Of("side", [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "left" : "right")])));
        using var file = new MemoryStream();
        ModelArchive.Save(Conformance.Generators.Fit("kde", table), file);
        using var zip = new System.IO.Compression.ZipArchive(file);
        using var manifest = System.Text.Json.JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var values = manifest.RootElement.GetProperty("values");

        // Rules of Silverman and of Li and Racine in seven dimensions.
        double Value(string name) => double.Parse(values.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Math.Pow(rows, -2.0 / (numbers + 5)), Value("anew"), 1e-9);
        Assert.True(Value("bandwidth") > 1.1 * Math.Pow(4.0 / (numbers + 3), 1.0 / (numbers + 5)) * Math.Pow(rows, -1.0 / (numbers + 5)));
    }

    [Fact]
    public void The_bootstrap_repeats_the_rows_that_meet_a_condition()
    {
        var table = LatentTable.Of(2000, seed: 3);
        var model = Conformance.Generators.Fit("bootstrap", table);
        var where = ConditionParser.Parse("x > 11 and (level = 'high' or spiky is null)", model.Schema);
        var meeting = ConditionEvaluator.Rows(where, table).Select(row => string.Join('|', table.Rows[row].Cells)).ToHashSet();

        var made = model.SampleWhere(60_000, where);

        Assert.Null(made.Candidates); // no row was rejected
        Assert.Equal(meeting, made.Rows.Rows.Select(row => string.Join('|', row.Cells)).ToHashSet()); // all of them: one of fewer than 2,000 stays away with probability e^-30
        var smoothed = (IConditional)GeneratorFactory.Create(Conformance.Generators.Catalog, "bootstrap", new Dictionary<string, string> { ["smoothing"] = "0.3" }).Fit(table, new(table.InferSchema()));
        Assert.False(smoothed.CanCondition(where));
        Assert.True(smoothed.CanCondition(ConditionParser.Parse("level = 'high'", model.Schema)));
    }

    [Fact]
    public void A_smoothed_bootstrap_keeps_mean_and_deviation_and_makes_new_values()
    {
        var random = new SplitRandom(9);
        double[] values = [.. Enumerable.Range(0, Rows).Select(_ => Math.Round(100 + 10 * random.NextNormal(), 2))];
        var table = new DataFrame(new DoubleColumn("x", values));
        var generator = GeneratorFactory.Create(Conformance.Generators.Catalog, "bootstrap", new Dictionary<string, string> { ["smoothing"] = "0.3" });

        var made = generator.Fit(table, new FitContext(table.InferSchema())).Sample(Rows)["x"].ToNumbers();

        Assert.Equal(values.Average(), made.Average(), 5 * 10 / Math.Sqrt(Rows)); // 5 standard errors: probability 6e-7
        Assert.Equal(10, Deviation(made), 5 * Math.Sqrt(2) * 10 / Math.Sqrt(2 * Rows) + 0.05); // of both samples; a hundredth is lost at the clipped ends
    }

    [Theory]
    [InlineData("mvn"), InlineData("gmm"), InlineData("kde"), InlineData("t-copula")]
    public void Planted_correlations_are_kept(string id)
    {
        var (a, b, c) = (new double[Rows], new double[Rows], new string[Rows]);
        var random = new SplitRandom(10);
        for (var row = 0; row < Rows; row++)
        {
            double x = random.NextNormal(), y = 0.6 * x + 0.8 * random.NextNormal();
            (a[row], b[row], c[row]) = (50 + 10 * x, 5 - 2 * y, x + random.NextNormal() > 0 ? "high" : "low");
        }

        var sample = Conformance.Generators.Fit(id, new DataFrame(new DoubleColumn("a", a), new DoubleColumn("b", b), TextColumn.Of("c", c))).Sample(Rows);
        double[] madeA = sample["a"].ToNumbers(), madeB = sample["b"].ToNumbers();
        double[] madeC = [.. Enumerable.Range(0, Rows).Select(row => sample["c"].GetText(row) == "high" ? 1.0 : 0.0)];

        // Fisher's z has standard error 1/√n in both samples: 7 of them and .01 for the models' grids; kernels draw a category anew now and then.
        var slack = 7 * Math.Sqrt(2.0 / Rows) + 0.01;
        Assert.Equal(-0.6, Correlation(madeA, madeB), slack);
        Assert.Equal(Correlation(a, [.. c.Select(text => text == "high" ? 1.0 : 0.0)]), Correlation(madeA, madeC), slack + (id == "kde" ? 0.1 : 0));
    }

    [Fact]
    public void The_normal_model_has_normal_columns()
    {
        var random = new SplitRandom(11);
        double[] values = [.. Enumerable.Range(0, Rows).Select(_ => Math.Round(PortableMath.Exp(random.NextNormal()), 6))];

        var made = Conformance.Generators.Fit("mvn", new DataFrame(new DoubleColumn("x", values))).Sample(Rows)["x"].ToNumbers();

        // Cut off at 0 the normal of mean 1.65 and deviation 2.16 has its median far above that of the log-normal, which is 1.
        Assert.True(made.Order().ElementAt(Rows / 2) > 1.5);
    }

    [Fact]
    public void Families_and_parameters_can_be_read_and_survive_a_file()
    {
        var random = new SplitRandom(12);
        var gamma = new GammaDistribution(3, 20);
        double[] values = [.. Enumerable.Range(0, Rows).Select(i => i % 5 == 0 ? 0 : gamma.Quantile(random.NextOpenDouble()))];
        var model = Conformance.Generators.Fit("parametric", new DataFrame(new DoubleColumn("x", values), new Int64Column("y", Enumerable.Range(0, Rows).Select(i => (long)(i % 97)).ToArray())));
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);
        file.Position = 0;

        var opened = (IParametric)ModelArchive.Open(file, Conformance.Generators.Catalog);

        Assert.All(new[] { (IParametric)model, opened }, read =>
        {
            Assert.Equal(["x", "y"], read.Families.Select(family => family.Column));
            Assert.Equal("gamma", read.Families[0].Family);
            Assert.Equal(3, read.Families[0].Parameters.Single(parameter => parameter.Name == "shape").Value, 0.2); // 5 standard errors are .17
            Assert.Equal((0.0, 0.2), Assert.Single(read.Families[0].Spikes) is var spike ? (spike.Value, Math.Round(spike.Share, 6)) : default);
            Assert.Equal("uniform", read.Families[1].Family);
        });
    }

    [Theory]
    [InlineData(3, 2, 4), InlineData(200, 24, 128)]
    public void The_t_copula_finds_its_degrees_of_freedom(double planted, double least, double most)
    {
        var random = new SplitRandom(13);
        var gamma = new GammaDistribution(planted / 2, 2);
        var columns = new[] { new double[Rows], new double[Rows], new double[Rows] };
        for (var row = 0; row < Rows; row++)
        {
            var scale = Math.Sqrt(planted / gamma.Quantile(random.NextOpenDouble()));
            var shared = random.NextNormal();
            foreach (var column in columns) column[row] = scale * (0.7 * shared + 0.7 * random.NextNormal());
        }
        var table = new DataFrame(columns.Select((values, i) => new DoubleColumn(FormattableString.Invariant($"x{i}"), values)));

        var model = Assert.IsType<FittedCopula>(Conformance.Generators.Fit("t-copula", table));

        Assert.InRange(model.Degrees, least, most); // ten thousand rows tell the neighbours of the grid apart by more than 14 nats, e^-14 < 1e-6
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Correlation(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average();
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Average() / (Deviation(a) * Deviation(b));
    }

    private sealed class NoBudget : IBudget
    {
        public void Reserve(string purpose, PrivacyCost cost) => throw new BudgetException("There is none.");
    }
}
