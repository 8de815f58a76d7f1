using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Notebooks.Tests.Hosting;
using SynthNotebooks.Notebooks.Tests.Magics;

namespace SynthNotebooks.Notebooks.Tests.Releases;

public sealed class PrivateConstraintMagicTests : IDisposable
{
    private const string Release = "#!dp codes --method mst --epsilon 5 --delta 1e-9 --domain domain.json --rows 3000 --ledger ledger --quiet --as rows ";
    private readonly Notebook _notebook = new();

    private FakeHost Host => _notebook.Host;

    private LedgerView Spent => LedgerView.Of(LedgerPlace.Open(_notebook.PathOf("ledger")));

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("--constraints \"a <= b; c <> 'x' or a = 1\"")]
    [InlineData("--constraints rules.json")]
    [InlineData("--constraints rules.txt")]
    public async Task Every_released_row_keeps_the_constraints_of_a_line_or_a_file(string constraints)
    {
        await Load();
        File.WriteAllText(_notebook.PathOf("rules.json"), """{"version": 1, "constraints": [{"kind": "inequality", "low": "a", "high": "b"}, "c <> 'x' or a = 1"]}""");
        File.WriteAllText(_notebook.PathOf("rules.txt"), "a <= b\nc <> 'x' or a = 1\n");

        await _notebook.Run(Release + constraints);

        var rows = (DataFrame)Host["rows"]!;
        var set = ConstraintSet.Parse("a <= b; c <> 'x' or a = 1", rows.InferSchema());
        Assert.Equal([0, 0], set.CountViolations(rows));
        Assert.Contains(set.CountViolations((DataFrame)Host["codes"]!), count => count > 30);
        Assert.Equal(3000, rows.Rows.Count);
        await _notebook.Run(Release + constraints);
        Assert.Single(Spent.Spends);
    }

    [Fact]
    public async Task Another_constraint_is_another_release_and_none_is_the_one_from_before_there_were_any()
    {
        await Load();
        var ledger = LedgerPlace.Open(_notebook.PathOf("ledger"));
        var order = new PrivateOrder("mst", 5, 1e-9) { Domain = File.ReadAllText(_notebook.PathOf("domain.json")), Rows = 3000 };
        var dataset = ledger.Identify((DataFrame)Host["codes"]!);
        var texts = new Dictionary<string, string> { ["domain"] = order.Domain, ["workload"] = "", ["rows"] = "3000", ["buy-domain"] = "0", ["baseline"] = "0.02" };
        await _notebook.Run(Release);

        Assert.True(ledger.TryFind(new(dataset, "mst", 5, 1e-9, texts), out _)); // as ledgers had it before
        await _notebook.Run(Release + "--constraints \"a <= b\"");
        Assert.Equal(2, Spent.Spends.Count);
    }

    [Theory]
    [InlineData("--constraints \"unique a\"", "rows of a private model are independent")]
    [InlineData("--constraints \"a -> b\"", "looked up in the data")]
    [InlineData("--constraints \"a <= bb\"", "quotes: 'bb'")]
    [InlineData("--constraints \"a <= b\" --buy-domain 0.1 --domain partial.json", "'b', whose domain would be bought")]
    [InlineData("--constraints \"a > 5\" --buy-domain 0.1 --domain partial.json", "keeps it")]
    public async Task What_cannot_be_kept_is_refused_and_costs_nothing(string constraints, string part)
    {
        await Load();
        File.WriteAllText(_notebook.PathOf("partial.json"), """{"a": 3}""");
        var line = constraints.Contains("--domain", StringComparison.Ordinal) ? Release.Replace("--domain domain.json ", "", StringComparison.Ordinal) : Release;

        Assert.Contains(part, await _notebook.Fail(line + constraints), StringComparison.Ordinal);

        Assert.Empty(Spent.Spends);
    }

    [Fact]
    public async Task The_limit_of_the_model_s_size_can_be_raised_as_the_refusal_says()
    {
        await Load();
        File.WriteAllText(_notebook.PathOf("wide.json"), """{"a": 60, "b": 60, "c": {"values": ["x", "y", "z"]}}"""); // 10,800 combinations, 0.0864 MB
        var line = Release.Replace("domain.json", "wide.json", StringComparison.Ordinal) + "--constraints \"c <> 'x' or a <= b\" --model-megabytes ";

        var text = await _notebook.Fail(line + "0.05");
        await _notebook.Run(line + "0.5");

        Assert.Contains("'a' (60 values) x 'b' (60 values) x 'c' (3 values), 10,800 cells or 0.09 MB together, and at most 0.05 MB are allowed (model-megabytes", text, StringComparison.Ordinal);
        Assert.Single(Spent.Spends);
        Assert.Equal([0], ConstraintSet.Parse("c <> 'x' or a <= b", ((DataFrame)Host["codes"]!).InferSchema()).CountViolations((DataFrame)Host["rows"]!));
    }

    [Fact]
    public async Task The_domain_of_time_stamps_can_be_bought()
    {
        var random = new SplitRandom(3);
        File.WriteAllText(_notebook.PathOf("times.csv"), "at,a\n" + string.Concat(Enumerable.Range(0, 2000).Select(row =>
            new DateTime(2021, 3, 1).AddMinutes(random.NextBelow(100_000)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + $",{row % 2}\n")));
        await _notebook.Run("#!load times.csv --as times");

        await _notebook.Run("#!dp times --method mst --epsilon 20 --delta 1e-9 --buy-domain 0.5 --domain {\"a\":2} --rows 500 --ledger ledger --quiet --as rows");

        // Epsilon 5 a quantile of 2,000 records: an error of more than 40 records (2 %, 1.4 days) has a chance below e^-40 or so, times the days of two centuries.
        var at = Assert.IsType<TimestampColumn>(((DataFrame)Host["rows"]!)["at"]);
        var known = Enumerable.Range(0, at.Length).Where(row => !at.IsNull(row)).Select(row => (DateTime)at[row]!).ToArray();
        Assert.All(known, time => Assert.InRange(time, new DateTime(2021, 2, 28), new DateTime(2021, 5, 11)));
        Assert.True(known.Length > 400 && known.Max() - known.Min() > TimeSpan.FromDays(50));
    }

    [Fact]
    public async Task An_x_ray_of_a_private_model_is_refused_since_it_reads_the_table()
    {
        await Load();
        await _notebook.Run("#!fit codes --model mst --epsilon 1 --domain domain.json --constraints \"a <= b\" --ledger ledger --quiet --as m");

        var text = await _notebook.Fail("#!xray m --data codes");

        Assert.Contains("reads its training table", text, StringComparison.Ordinal);
        Assert.Single(Spent.Spends);
    }

    private async Task Load()
    {
        File.WriteAllText(_notebook.PathOf("codes.csv"), "a,b,c\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"{row % 3},{row * 7 % 4 / 2},{"xyz"[row % 5 % 3]}\n")));
        File.WriteAllText(_notebook.PathOf("domain.json"), """{"a": 3, "b": 3, "c": {"values": ["x", "y", "z"]}}""");
        await _notebook.Run("#!load codes.csv --as codes");
    }
}
