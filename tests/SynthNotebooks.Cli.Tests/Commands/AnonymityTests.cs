using System.Text.Json.Nodes;
using SynthNotebooks.Data;

namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class AnonymityTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_file_is_anonymised()
    {
        var run = await Workspace.RunAsync("anonymise", _work.MixedTable(), "--k", "5", "--quasi", "age,group", "--sensitive", "flag", "--suppress", "0.04", "--out", _work.Path("safe.csv"));

        Assert.Equal((0, ""), (run.Status, run.Status == 0 ? "" : run.Errors));
        Assert.Contains("homogeneity", run.Output, StringComparison.Ordinal);
        Assert.Contains("Column 'id' has 400 different values", run.Output, StringComparison.Ordinal);
        var safe = DataFrame.Load(_work.Path("safe.csv"));
        Assert.True(safe.Rows.Count >= 384);
        Assert.All(Enumerable.Range(0, (int)safe.Rows.Count).GroupBy(row => (safe["age"].GetText(row), safe["group"].GetText(row))), group => Assert.True(group.Count() >= 5));
    }

    [Theory]
    [InlineData("agee", "5", "Did you mean 'age'")]
    [InlineData("age", "401", "only 400 rows")]
    public async Task A_request_that_cannot_be_met_writes_nothing(string quasi, string k, string part)
    {
        var run = await Workspace.RunAsync("anonymise", _work.MixedTable(), "--k", k, "--quasi", quasi, "--out", _work.Path("safe.csv"));

        Assert.Equal(1, run.Status);
        Assert.Contains(part, run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("safe.csv")));
    }

    [Fact]
    public async Task A_file_is_deidentified()
    {
        var run = await Workspace.RunAsync("deidentify", _work.MixedTable(), "--keep", "day", "--out", _work.Path("clean.csv"));

        Assert.Equal((0, ""), (run.Status, run.Errors));
        Assert.Equal(["age", "score", "group", "flag", "day", "constant", "nothing"], DataFrame.Load(_work.Path("clean.csv")).Columns.Select(column => column.Name));
        Assert.DoesNotContain("P00001", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Workspace.RunAsync("deidentify", _work.Path("mixed.csv"), "--keep", "dya", "--out", _work.Path("x.csv"))).Status);
    }

    [Fact]
    public async Task A_mechanism_is_audited()
    {
        var run = await Workspace.RunAsync("audit", "--mechanism", "geometric", "--epsilon", "1", "--trials", "500", "--json", _work.Path("a.json"));

        Assert.Contains("geometric", run.Output, StringComparison.Ordinal);
        var result = JsonNode.Parse(File.ReadAllText(_work.Path("a.json")))!["results"]![0]!;
        Assert.Equal(1, (double)result["claimed_epsilon"]!);
        Assert.Equal((bool)result["refuted"]! ? 1 : 0, run.Status);
        Assert.Equal(2, (await Workspace.RunAsync("audit", "--mechanism", "geometrical")).Status);
    }

    [Fact]
    public async Task A_method_and_a_single_run_are_audited_and_the_file_is_written_whole()
    {
        foreach (var flags in new[] { new[] { "--method", "mst", "--epsilon", "8", "--trials", "300" }, ["--method", "mst", "--one-run", "--trials", "100"], ["--mechanism", "geometric", "--one-run", "--trials", "400"] })
        {
            var run = await Workspace.RunAsync(["audit", .. flags, "--json", _work.Path("a.json")]);

            var report = JsonNode.Parse(File.ReadAllText(_work.Path("a.json")))!;
            var result = report["results"]![0]!;
            Assert.Equal(0.95, (double)result["confidence"]!, 1e-12);
            Assert.Equal(int.Parse(flags[^1], System.Globalization.CultureInfo.InvariantCulture), (int)result["runs"]!);
            Assert.Equal((bool)result["refuted"]! ? 1 : 0, run.Status);
            Assert.Equal(flags[1], (string)result["mechanism"]!);
            Assert.Contains("Confidence 95 %", run.Output, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_work.Path("a.json"))!, "*.partial"));
        }
        Assert.Equal(2, (await Workspace.RunAsync("audit", "--method", "copula")).Status);
    }
}
