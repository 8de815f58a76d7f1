namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class DpTests : IDisposable
{
    private readonly Workspace _work = new();

    // Where no ledger is named: never the one of whoever runs the tests.
    static DpTests() => Environment.SetEnvironmentVariable("SYNTHNB_LEDGER", Directory.CreateTempSubdirectory("synthnb-ledger-").FullName);

    public void Dispose() => _work.Dispose();

    private string Table()
    {
        var random = new SynthNotebooks.Data.SplitRandom(3);
        return _work.Write("t.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 500).Select(_ => $"{random.NextBelow(4)},{(random.NextBelow(2) == 0 ? "yes" : "no")}\n")));
    }

    private string Domain() => _work.Write("domain.json", """{"a": 4, "b": {"values": ["no", "yes"]}}""");

    [Fact]
    public async Task A_release_is_written_with_its_claim_beside_it()
    {
        var dp = await Workspace.RunAsync("dp", Table(), "--method", "aim", "--epsilon", "1", "--delta", "1e-6", "--domain", Domain(), "--rows", "77", "--workload", _work.Write("w.json", "[[\"a\", \"b\"]]"), "--out", _work.Path("o.csv"));

        Assert.Equal((0, ""), (dp.Status, dp.Output));
        Assert.Equal(78, File.ReadAllLines(_work.Path("o.csv")).Length);
        Assert.Contains("(1, 1E-06)-DP", File.ReadAllText(_work.Path("o.csv.privacy.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seeded_release_repeats_and_is_marked()
    {
        string[] dp = ["dp", Table(), "--method", "mst", "--epsilon", "1", "--delta", "1e-6", "--domain", Domain(), "--insecure-seed", "5"];

        var first = await Workspace.RunAsync([.. dp, "--out", _work.Path("a.csv")]);
        await Workspace.RunAsync([.. dp, "--out", _work.Path("b.csv")]);

        Assert.Contains("NON-PRIVATE", first.Errors, StringComparison.Ordinal);
        Assert.Contains("NON-PRIVATE", File.ReadAllText(_work.Path("a.csv.privacy.json")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_work.Path("a.csv")), File.ReadAllBytes(_work.Path("b.csv")));
    }

    [Fact]
    public async Task A_ledger_answers_the_same_request_again_and_refuses_what_it_does_not_cover()
    {
        string[] dp = ["dp", Table(), "--method", "dp-independent", "--epsilon", "0.7", "--delta", "1e-9", "--domain", Domain(), "--ledger", _work.Path("ledger")];

        await Workspace.RunAsync("budget", "--ledger", _work.Path("ledger"), "--limit", "0.65"); // 0.7 at delta 1e-9 is 0.54 at the ledger's 1e-6, two are 0.78
        var first = await Workspace.RunAsync([.. dp, "--out", _work.Path("a.csv")]);
        var again = await Workspace.RunAsync([.. dp, "--out", _work.Path("b.csv")]);
        var other = await Workspace.RunAsync([.. dp, "--rows", "9", "--out", _work.Path("c.csv")]);

        Assert.Equal((0, 0, 1), (first.Status, again.Status, other.Status));
        Assert.Contains("no new budget", again.Errors, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_work.Path("a.csv")), File.ReadAllBytes(_work.Path("b.csv")));
        Assert.Contains("refused", other.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("c.csv")));
    }

    [Theory]
    [InlineData(2, "not private", "--method", "copula", "--epsilon", "1")]
    [InlineData(2, "1E-06 to 1000", "--method", "mst", "--epsilon", "-1")]
    [InlineData(1, "Column 'a' has no declared domain", "--method", "mst", "--epsilon", "1")]
    public async Task Wrong_use_is_told(int status, string what, params string[] arguments)
    {
        var dp = await Workspace.RunAsync(["dp", Table(), "--delta", "1e-6", "--out", _work.Path("o.csv"), .. arguments]);

        Assert.Equal(status, dp.Status);
        Assert.Contains(what, dp.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_model_is_fitted_and_sampled()
    {
        var fit = await Workspace.RunAsync("fit", Table(), "--model", "mst", "--epsilon", "2", "--delta", "1e-6", "--domain", Domain(), "--out", _work.Path("m.synth"));
        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "40", "--where", "a >= 2 and b = 'yes'", "--out", _work.Path("s.csv"));

        Assert.Equal((0, 0), (fit.Status, sample.Status));
        Assert.Contains("(2, 1E-06)-DP", fit.Errors, StringComparison.Ordinal);
        Assert.All(File.ReadLines(_work.Path("s.csv")).Skip(1), line => Assert.Matches("^[23],yes$", line));
    }

    [Theory]
    [InlineData(2, "--limit is -1; it must lie in 0.000001 to 1000", "--ledger", "new", "--limit", "-1")]
    [InlineData(2, "--total is 2000; it must lie in 0.000001 to 1000", "--ledger", "new", "--total", "2000")]
    [InlineData(1, "'t.csv' is a file; a ledger is a folder", "--ledger", "t.csv")]
    public async Task A_limit_or_a_place_that_no_ledger_can_have_is_refused_and_makes_none(int status, string what, params string[] arguments)
    {
        Table();
        var budget = await Workspace.RunAsync(["budget", "--ledger", _work.Path(arguments[1]), .. arguments[2..]]);

        Assert.Equal(status, budget.Status);
        Assert.Contains(what, budget.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_work.Path("new")));
    }

    [Fact]
    public async Task A_fit_is_charged_and_the_budget_is_told()
    {
        string[] fit = ["fit", Table(), "--model", "mst", "--epsilon", "0.7", "--delta", "1e-6", "--domain", Domain(), "--ledger", _work.Path("ledger"), "--out", _work.Path("m.synth")];
        await Workspace.RunAsync("budget", "--ledger", _work.Path("ledger"), "--limit", "1", "--total", "2");

        var first = await Workspace.RunAsync(fit);
        var model = File.ReadAllBytes(_work.Path("m.synth"));
        var again = await Workspace.RunAsync([.. fit, "--seed", "8"]); // no seed enters a private fit
        var second = await Workspace.RunAsync([.. fit, "--option", "bins=16"]);
        var budget = await Workspace.RunAsync("budget", "--ledger", _work.Path("ledger"));

        Assert.Equal((0, 0, 1, 0), (first.Status, again.Status, second.Status, budget.Status));
        Assert.Contains("charged to the ledger", first.Errors, StringComparison.Ordinal);
        Assert.Contains("no new budget", again.Errors, StringComparison.Ordinal);
        Assert.Equal(model, File.ReadAllBytes(_work.Path("m.synth")));
        Assert.Contains("refused", second.Errors, StringComparison.Ordinal);
        Assert.Contains("epsilon 0.7 of 1 spent, 0.3 left", budget.Output, StringComparison.Ordinal);
        Assert.Contains("epsilon 0.7 of 2 spent, 1.3 left", budget.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_is_bought_in_the_same_claim_and_the_baseline_stands_beside()
    {
        string[] dp = ["dp", Table(), "--method", "mst", "--epsilon", "20", "--delta", "1e-9", "--buy-domain", "0.5", "--ledger", _work.Path("ledger"), "--out", _work.Path("o.csv")];

        var run = await Workspace.RunAsync(dp);
        var budget = await Workspace.RunAsync("budget", "--ledger", _work.Path("ledger"));
        var claim = System.Text.Json.JsonDocument.Parse(File.ReadAllText(_work.Path("o.csv.privacy.json"))).RootElement;

        Assert.Equal(0, run.Status);
        Assert.Contains("dp-independent", run.Errors, StringComparison.Ordinal);
        Assert.Contains("FOR THE CUSTODIAN", run.Errors, StringComparison.Ordinal);
        Assert.Equal("no,yes", string.Join(',', claim.GetProperty("boughtDomain").GetProperty("b").GetProperty("values").EnumerateArray().Select(value => value.GetString())));
        Assert.Equal(4, claim.GetProperty("boughtDomain").GetProperty("a").GetProperty("max").GetDouble()); // the power of two above 3
        Assert.Contains("(20, 1E-09)-DP", claim.GetProperty("claim").GetString(), StringComparison.Ordinal);
        Assert.Contains("epsilon 20 of 1000 spent", budget.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_cannot_be_answered_costs_nothing()
    {
        var refused = await Workspace.RunAsync("dp", Table(), "--method", "mst", "--epsilon", "1", "--delta", "1e-9", "--ledger", _work.Path("ledger"), "--out", _work.Path("o.csv"));
        var budget = await Workspace.RunAsync("budget", "--ledger", _work.Path("ledger"));

        Assert.Equal(1, refused.Status);
        Assert.Contains("--domain FILE", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--buy-domain 0.1", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("all together: epsilon 0 of 1000 spent", budget.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("o.csv")));
    }

    [Fact]
    public async Task Released_rows_keep_the_constraints_of_a_file()
    {
        string[] dp = ["dp", Table(), "--method", "aim", "--epsilon", "4", "--delta", "1e-9", "--domain", Domain(), "--rows", "2000", "--ledger", _work.Path("ledger"), "--out", _work.Path("o.csv"), "--constraints"];

        var release = await Workspace.RunAsync([.. dp, _work.Write("rules.json", """{"constraints": ["b = 'no' or a >= 2"]}""")]);
        var again = await Workspace.RunAsync([.. dp, _work.Write("rules.txt", "b = 'no' or a >= 2\n")]);
        var refused = await Workspace.RunAsync([.. dp, _work.Write("learnt.txt", "a -> b")]);

        Assert.Equal((0, 0, 1), (release.Status, again.Status, refused.Status));
        Assert.All(File.ReadLines(_work.Path("o.csv")).Skip(1), row => Assert.Matches("^([01],no|[23],(yes|no))$", row));
        Assert.Equal(2001, File.ReadLines(_work.Path("o.csv")).Count());
        Assert.Contains("no new budget", again.Errors, StringComparison.Ordinal); // the same constraint in another spelling
        Assert.Contains("Nothing was spent", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("a >= 2", File.ReadAllText(_work.Path("o.csv.privacy.json")), StringComparison.Ordinal);
        Assert.Contains("epsilon 3.1", (await Workspace.RunAsync("budget", "--ledger", _work.Path("ledger"))).Output, StringComparison.Ordinal); // one spend: 4 at delta 1e-9 at the ledger's 1e-6
    }
}
