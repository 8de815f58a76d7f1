using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class ModelSizeTests
{
    private const int Rows = 400;

    public static TheoryData<string> Engines => ["mst", "aim", "privbayes", "dp-independent"];

    public static TheoryData<string> Ids => [.. Conformance.Generators.Catalog.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id)];

    [Theory, MemberData(nameof(Engines))]
    public void Overlapping_constraints_leave_the_tree_within_the_limit_and_hold(string id)
    {
        // A chain over ten columns of 40 values: every further pair closes a ring, whose triangles have 64,000 cells each.
        var table = Table(10, 40);
        var constraints = string.Join("; ", Enumerable.Range(1, 9).Select(i => $"v{i - 1} <= v{i}"));

        var model = Fit(id, table, Codes(10, 40), constraints, megabytes: 0.6);

        Assert.InRange(Cells(model), 9 * 1600, 0.6e6 / 8);
        var rows = model.Sample(2000);
        Assert.All(ConstraintSet.Parse(constraints, table.InferSchema()).CountViolations(rows), count => Assert.Equal(0, count));
    }

    [Theory]
    [InlineData("mst", 0.05, 2)]
    [InlineData("mst", 0.2, 6)]
    [InlineData("mst", 4, 6)]
    [InlineData("privbayes", 0.05, null)]
    [InlineData("privbayes", 0.2, null)]
    [InlineData("aim", 0.05, null)]
    [InlineData("aim", 0.2, null)]
    public void A_model_of_many_columns_stays_within_any_limit(string id, double megabytes, int? pairs)
    {
        // One pair has 2,500 cells, 0.02 MB.
        var model = Fit(id, Table(7, 50), Codes(7, 50), null, megabytes);

        Assert.InRange(Cells(model), 1, megabytes * 1e6 / 8);
        if (pairs is { } expected) Assert.Equal(expected, model.Distribution.Tree.Nodes.Count(node => node.Shape.Axes.Length == 2));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Columns_of_twenty_thousand_codes_do_not_exhaust_the_memory(string id)
    {
        var table = Table(3, 20_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var model = Create(id, Codes(3, 20_000), null, new() { ["epsilon"] = "1" }).Fit(table, new(table.InferSchema()) { Threads = 1 });

        // A pair would have 4e8 cells, 3.2 GB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2e9);
        Assert.Equal(500, model.Sample(500).Rows.Count);
    }

    [Theory, InlineData("mst"), InlineData("privbayes"), InlineData("aim")]
    public void What_is_too_large_stands_alone_and_the_rest_keeps_its_dependence(string id)
    {
        var random = new SplitRandom(8);
        long[] big = new long[4000], a = new long[4000], b = new long[4000];
        for (var i = 0; i < big.Length; i++) (big[i], a[i], b[i]) = (random.NextBelow(20_000), random.NextBelow(5), 0);
        for (var i = 0; i < b.Length; i++) b[i] = a[i];
        var table = new DataFrame(new Int64Column("big", big), new Int64Column("a", a), new Int64Column("b", b));

        var model = (PrivateModel)Create(id, """{"big": 20000, "a": 5, "b": 5}""", 0.5, new() { ["epsilon"] = "20" }).Fit(table, new(table.InferSchema()));

        Assert.InRange(Cells(model), 20_025, 0.5e6 / 8);
        var rows = model.Sample(2000);
        double[] x = rows["a"].ToNumbers(), y = rows["b"].ToNumbers();
        Assert.InRange(Enumerable.Range(0, 2000).Count(i => x[i] == y[i]), 1800, 2000);
    }

    [Fact]
    public void A_workload_of_large_marginals_is_answered_as_far_as_the_limit_allows()
    {
        var table = Table(6, 50);

        var model = Fit("aim", table, Codes(6, 50), null, 0.5, """[["v0", "v1", "v2", "v3", "v4", "v5"]]"""); // 50^6 cells

        Assert.InRange(Cells(model), 300, 0.5e6 / 8);
    }

    [Theory]
    [InlineData("aim", "v0 + v1 <= v2 + v3", 0, "'v0' (100 values) x 'v1' (100 values) x 'v2' (100 values) x 'v3' (100 values), 100,000,000 cells or 800 MB")]
    [InlineData("mst", "v0 + v1 <= v2 + v3", 0, "at most 32 MB are allowed (model-megabytes, up to 1000)")]
    [InlineData("privbayes", "v0 + v1 <= v2", 0, "at most 4 MB are allowed")]
    [InlineData("dp-independent", "v0 <= v1; v1 <= v2; v2 <= v3; v3 <= v4; v4 <= v5; v0 <= v5", 1, "Constraint 'v0 <= v5'")] // a ring, which four triangles of a million cells fill
    [InlineData("mst", "v0 <= v1; v0 <= v2; v0 <= v3; v1 <= v2; v1 <= v3; v2 <= v3", 20, "Constraint 'v2 <= v3'")]
    public void Constraints_beyond_the_limit_are_refused_with_the_sum_before_anything_is_reserved(string id, string text, double megabytes, string part)
    {
        var table = Table(6, 100);
        var schema = table.InferSchema();
        var purse = new Purse();
        var before = GC.GetTotalAllocatedBytes();

        var failure = Assert.Throws<FitException>(() => Create(id, Codes(6, 100), megabytes == 0 ? null : megabytes, []).FitConstrained(table, new FitContext(schema) { Constraints = ConstraintSet.Parse(text, schema), Budget = purse }));

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was spent", failure.Message, StringComparison.Ordinal);
        Assert.False(purse.WasAsked);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200e6); // none of the tables was made; other tests allocate beside
    }

    [Fact]
    public void A_raised_limit_admits_what_the_message_named()
    {
        var table = Table(4, 60);

        // 60^3 cells are 1.7 MB.
        Assert.Throws<FitException>(() => Fit("aim", table, Codes(4, 60), "v0 + v1 <= v2", 1));
        var rows = Fit("aim", table, Codes(4, 60), "v0 + v1 <= v2", 3).Sample(1000);

        Assert.Equal([0], ConstraintSet.Parse("v0 + v1 <= v2", table.InferSchema()).CountViolations(rows));
    }

    [Theory]
    [InlineData("v0 = 1; v0 = v1; v1 = 2", "leave no row")]
    [InlineData("v0 > 100", "no combination of the declared values")]
    public void Constraints_that_leave_no_row_are_refused_before_anything_is_reserved(string text, string part)
    {
        var table = Table(3, 20);
        var schema = table.InferSchema();
        var purse = new Purse();

        var failure = Assert.Throws<FitException>(() => Create("mst", Codes(3, 20), null, []).FitConstrained(table, new FitContext(schema) { Constraints = ConstraintSet.Parse(text, schema), Budget = purse }));

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.False(purse.WasAsked);
    }

    [Fact]
    public void The_limit_is_checked_on_the_sizes_that_triangulation_leaves()
    {
        // Brute force over all ways to eliminate five columns: the heuristics may not be below the least, and the ring needs more than its edges.
        int[] domain = [3, 4, 5, 6, 7];
        AttributeSet[] ring = [.. Enumerable.Range(0, 5).Select(i => AttributeSet.Of(i, (i + 1) % 5))];
        var size = new ModelSize(1, domain, ring);

        Assert.InRange(size.Cells([]), Least(domain, ring), 2 * Least(domain, ring));
        Assert.True(size.Cells([]) > ring.Sum(edge => TableShape.CellsOf(edge, domain)));
    }

    private static double Least(int[] domain, AttributeSet[] sets)
    {
        var least = double.PositiveInfinity;
        Try([], sets.ToList(), []);
        return least;

        void Try(List<int> gone, List<AttributeSet> graph, List<AttributeSet> cliques)
        {
            if (gone.Count == domain.Length)
            {
                least = Math.Min(least, Triangulation.Cells(AttributeSet.Maximal(cliques), domain));
                return;
            }
            foreach (var column in Enumerable.Range(0, domain.Length).Except(gone))
            {
                var clique = graph.Where(set => set.Contains(column)).Aggregate(AttributeSet.Of(column), (union, set) => union.Union(set)).Except(gone.Count == 0 ? AttributeSet.Empty : AttributeSet.Of([.. gone]));
                Try([.. gone, column], [.. graph, clique.Except(AttributeSet.Of(column))], [.. cliques, clique]);
            }
        }
    }

    private static long Cells(IFittedGenerator model) => ((PrivateModel)model).Distribution.Tree.Cells;

    private static PrivateModel Fit(string id, DataFrame table, string domain, string? constraints, double megabytes, string? workload = null)
    {
        var schema = table.InferSchema();
        var options = new Dictionary<string, string> { ["epsilon"] = "3" };
        if (workload is not null) options["workload"] = workload;
        if (id == "aim") (options["rounds-per-column"], options["iterations"], options["round-iterations"]) = ("1", "30", "10");
        return (PrivateModel)Create(id, domain, megabytes, options).FitConstrained(table, new FitContext(schema) { Constraints = constraints is null ? ConstraintSet.Empty : ConstraintSet.Parse(constraints, schema) });
    }

    private static IGenerator Create(string id, string domain, double? megabytes, Dictionary<string, string> options)
    {
        options["domain"] = domain;
        if (megabytes is { } limit && id != "dp-copula") options["model-megabytes"] = limit.ToString(CultureInfo.InvariantCulture);
        return GeneratorFactory.Create(Conformance.Generators.Catalog, id, options);
    }

    private static string Codes(int columns, int codes) => "{" + string.Join(", ", Enumerable.Range(0, columns).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"v{i}\": {codes}"))) + "}";

    private static DataFrame Table(int columns, int codes)
    {
        var random = new SplitRandom(5);
        var first = new long[Rows];
        for (var i = 0; i < Rows; i++) first[i] = random.NextBelow(codes);
        return new(Enumerable.Range(0, columns).Select(column => (Column)new Int64Column($"v{column}", first.Select(value => Math.Min(codes - 1, value + column)).ToArray())));
    }

    private sealed class Purse : IBudget
    {
        public bool WasAsked { get; private set; }

        public void Reserve(string purpose, PrivacyCost cost) => WasAsked = true;
    }
}
