using System.Text.Json.Nodes;

namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class AttackTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_report_has_the_keys_that_scripts_read_and_finds_a_copy()
    {
        foreach (var (name, seed) in new[] { ("train", "1"), ("holdout", "2") })
            await Workspace.RunAsync("simulate", "patients", "--rows", "400", "--seed", seed, "--out", _work.Path(name + ".csv"));
        var lines = File.ReadAllLines(_work.Path("train.csv"));
        File.WriteAllLines(_work.Path("copy.csv"), [lines[0], .. lines[1..].Reverse()]);

        var run = await Workspace.RunAsync("attack", "--train", _work.Path("train.csv"), "--synthetic", _work.Path("copy.csv"), "--holdout", _work.Path("holdout.csv"),
            "--attack", "dcr,domias", "--seconds", "500", "--seed", "4", "--json", _work.Path("r.json"));

        Assert.Equal((0, ""), (run.Status, run.Errors));
        Assert.StartsWith("The table leaks membership", run.Output, StringComparison.Ordinal);
        var report = JsonNode.Parse(File.ReadAllText(_work.Path("r.json")))!;
        foreach (var result in report["results"]!.AsArray())
        {
            Assert.InRange((double)result!["auc"]!["value"]!, 0.6, 1);
            Assert.Equal((int)result["n_members"]!, result["scope"]!.GetValue<string>() == "average" ? 200 : (int)result["n_members"]!);
            foreach (var key in new[] { "attack", "tpr_at_1pct_fpr", "tpr_at_0_1pct_fpr", "advantage", "epsilon_lower_bound", "n_nonmembers" }) Assert.True(result.AsObject().ContainsKey(key), key);
        }
        Assert.Contains(report["controls"]!.AsArray(), control => (string?)control!["control"] == "copy" && (bool)control["passed"]!);
    }

    [Theory]
    [InlineData("--attack", "dcrr")]
    [InlineData("--attack", "")]
    [InlineData("--seconds", "0")]
    [InlineData("--seed", "-1")]
    public async Task Wrong_use_has_status_2(params string[] arguments) =>
        Assert.Equal(2, (await Workspace.RunAsync(["attack", "--train", "x.csv", "--synthetic", "x.csv", .. arguments])).Status);

    [Fact]
    public async Task Without_a_holdout_the_reasons_are_told()
    {
        var table = _work.Write("a.csv", "x,y\n1,2\n3,4\n");

        var run = await Workspace.RunAsync("attack", "--train", table, "--synthetic", table);

        Assert.Equal(0, run.Status);
        Assert.Contains("--holdout", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_columns_fail_by_name()
    {
        var run = await Workspace.RunAsync("attack", "--train", _work.Write("a.csv", "x,y\n1,2\n3,4\n"), "--synthetic", _work.Write("b.csv", "x,z\n1,2\n3,4\n"));

        Assert.Equal(1, run.Status);
        Assert.Contains("'y'", run.Errors, StringComparison.Ordinal);
    }
}
