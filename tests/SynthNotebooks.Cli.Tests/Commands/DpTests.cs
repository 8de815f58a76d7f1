namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class DpTests : IDisposable
{
    private readonly Workspace _work = new();

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
}
