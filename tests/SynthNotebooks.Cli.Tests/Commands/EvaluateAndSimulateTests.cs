using System.Text.Json.Nodes;

namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class EvaluateAndSimulateTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_report_has_the_keys_that_scripts_read()
    {
        await Workspace.RunAsync("simulate", "patients", "--rows", "600", "--seed", "1", "--out", _work.Path("a.csv"));
        await Workspace.RunAsync("simulate", "patients", "--rows", "600", "--seed", "2", "--out", _work.Path("b.csv"));

        var run = await Workspace.RunAsync("evaluate", "--train", _work.Path("a.csv"), "--synthetic", _work.Path("b.csv"), "--json", _work.Path("r.json"));

        Assert.Equal(0, run.Status);
        var report = JsonNode.Parse(File.ReadAllText(_work.Path("r.json")))!;
        foreach (var mode in new[] { "default", "sdmetrics-0.24", "sdmetrics-0.27" })
            foreach (var score in new[] { "shape", "trend", "quality" })
                Assert.InRange((double)report["fidelity"]!["modes"]![mode]![score]!, 0.5, 1);
        Assert.Contains(report["metrics"]!.AsArray(), metric => (string?)metric!["name"] == "shape" && metric["floor"] is not null && metric["ceiling"] is not null);
    }

    [Fact]
    public async Task Reports_are_written_as_pages_with_the_attacks_that_need_no_model()
    {
        foreach (var (name, seed) in new[] { ("a", "1"), ("b", "2"), ("c", "3") })
            await Workspace.RunAsync("simulate", "patients", "--rows", "120", "--seed", seed, "--out", _work.Path($"{name}.csv"));
        string[] tables = ["--train", _work.Path("a.csv"), "--synthetic", _work.Path("b.csv"), "--holdout", _work.Path("c.csv")];

        Assert.Equal(0, (await Workspace.RunAsync(["evaluate", .. tables, "--html", _work.Path("r.html")])).Status);
        Assert.Equal(0, (await Workspace.RunAsync(["attack", .. tables, "--attack", "dcr", "--html", _work.Path("a.html")])).Status);

        var page = File.ReadAllText(_work.Path("r.html"));
        Assert.Contains("<h1>Synthetic data report</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<code>local-neighbourhood</code>", page, StringComparison.Ordinal);
        Assert.Contains("give the model (--model)", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Attack report</h1>", File.ReadAllText(_work.Path("a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_target_and_holdout_the_report_tells_utility_and_fairness()
    {
        foreach (var (name, seed) in new[] { ("a", "1"), ("b", "2"), ("c", "3") })
            await Workspace.RunAsync("simulate", "patients", "--rows", "400", "--seed", seed, "--out", _work.Path($"{name}.csv"));

        var run = await Workspace.RunAsync("evaluate", "--train", _work.Path("a.csv"), "--synthetic", _work.Path("b.csv"), "--holdout", _work.Path("c.csv"),
            "--target", "hypertension", "--protected", "sex", "--json", _work.Path("r.json"));

        Assert.Equal(0, run.Status);
        Assert.Contains("utility-boosting", run.Output, StringComparison.Ordinal);
        var utility = JsonNode.Parse(File.ReadAllText(_work.Path("r.json")))!["utility"]!;
        Assert.Null(utility["undefined"]);
        foreach (var name in new[] { "utility-linear", "utility-boosting", "utility-gap-forest", "equalised-odds", "pmse" })
            Assert.NotNull(utility["metrics"]!.AsArray().Single(metric => (string?)metric!["name"] == name)!["value"]);
    }

    [Fact]
    public async Task Drift_of_two_real_tables_is_told_as_such()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"2024-{1 + i / 28:00}-{1 + i % 28:00},{i * 7 % 23}\n"));
        var (a, b) = (_work.Write("a.csv", "day,load\n" + rows), _work.Write("b.csv", "day,load\n" + rows));

        var run = await Workspace.RunAsync("evaluate", "--drift", "--time", "day", "--train", a, "--synthetic", b, "--json", _work.Path("r.json"));

        Assert.Equal(0, run.Status);
        var report = JsonNode.Parse(File.ReadAllText(_work.Path("r.json")))!;
        Assert.Equal("drift", (string?)report["purpose"]);
        Assert.Equal(0, (double?)report["metrics"]!.AsArray().Single(metric => (string?)metric!["name"] == "autocorrelation")!["value"]);
        Assert.Equal(2, (await Workspace.RunAsync("evaluate", "--drift", "--train", a, "--synthetic", b, "--holdout", b)).Status);
    }

    [Fact]
    public async Task Tables_with_other_columns_fail_by_name()
    {
        var (a, b) = (_work.Write("a.csv", "x,y\n1,2\n3,4\n"), _work.Write("b.csv", "x,z\n1,2\n3,4\n"));

        var run = await Workspace.RunAsync("evaluate", "--train", a, "--synthetic", b);

        Assert.Equal(1, run.Status);
        Assert.Contains("'y'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_simulation_begins_with_the_shorter_one()
    {
        await Workspace.RunAsync("simulate", "patients", "--rows", "10", "--out", _work.Path("short.csv"));
        await Workspace.RunAsync("simulate", "patients", "--rows", "20", "--out", _work.Path("long.csv"));

        Assert.StartsWith(File.ReadAllText(_work.Path("short.csv")), File.ReadAllText(_work.Path("long.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate", "healthcar", "--rows", "1", "--out", "x.csv")]
    [InlineData("simulate", "patients", "--rows", "-1", "--out", "x.csv")]
    [InlineData("simulate", "patients", "--out", "x.csv")]
    [InlineData("evaluate", "--train", "x.csv")]
    [InlineData("nonsense")]
    [InlineData("fit", "x.csv", "--model", "copula", "--out", "m", "--bogus", "1")]
    public async Task Wrong_use_has_status_2(params string[] arguments) => Assert.Equal(2, (await Workspace.RunAsync(arguments)).Status);

    [Theory, InlineData("models"), InlineData("metrics"), InlineData("attacks")]
    public async Task Catalogs_are_printed_as_text_and_as_json(string command)
    {
        var text = await Workspace.RunAsync(command);
        var json = await Workspace.RunAsync(command, "--json");

        Assert.All(JsonNode.Parse(json.Output)!.AsArray(), entry => Assert.Contains((string)entry!["id"]!, text.Output, StringComparison.Ordinal));
        Assert.All(JsonNode.Parse(json.Output)!.AsArray(), entry => Assert.NotEqual("", (string?)entry!["summary"]));
    }
}
