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

    [Theory]
    [InlineData("--l 2 --sensitive flag", "2-diversity of flag")]
    [InlineData("--l 1.5 --sensitive flag --diversity entropy", "entropy 1.5-diversity")]
    [InlineData("--l 2 --sensitive flag --diversity recursive --c 6", "recursive (6, 2)-diversity")]
    [InlineData("--t 0.4 --sensitive flag", "0.4-closeness of flag")]
    [InlineData("--t 0.4 --sensitive age --quasi group --distance ordered", "0.4-closeness of age (ordered distance)")]
    [InlineData("--t 0.5 --sensitive group --quasi age --distance hierarchical --hierarchies levels", "hierarchical distance")]
    [InlineData("--k-map 10 --population people.csv", "10-map")]
    [InlineData("--presence-max 0.7 --population people.csv", "(0, 0.7)-presence")]
    [InlineData("--presence-min 0.1 --population people.csv", "(0.1, 1)-presence")]
    [InlineData("--method mondrian", "4-anonymity")]
    [InlineData("--method mondrian-relaxed", "4-anonymity")]
    [InlineData("--loss discernibility", "4-anonymity")]
    [InlineData("--loss class-size", "4-anonymity")]
    [InlineData("--loss precision", "4-anonymity")]
    [InlineData("--loss entropy --format json", "4-anonymity")]
    [InlineData("--swap score --window 0.5", "4-anonymity")]
    public async Task Every_option_does_what_it_says(string options, string model)
    {
        var table = _work.MixedTable();
        var real = DataFrame.Load(table);
        _work.Write("people.csv", "age,group\n" + string.Concat(Enumerable.Range(0, 800).Select(row => $"{real["age"].GetText(row % 400)},\"{real["group"].GetText(row % 400)}\"\n"))); // everybody twice
        Directory.CreateDirectory(_work.Path("levels"));
        _work.Write("levels/group.csv", "red;warm;any\ngreen;cold;any\nblue;cold;any\n<script>alert(1)</script>;other;any\n");
        string[] told = [.. options.Split(' ').Select(part => part is "levels" or "people.csv" ? _work.Path(part) : part)];

        var run = await Workspace.RunAsync(["anonymise", table, "--k", "4", "--suppress", "0.3", "--out", _work.Path("safe.csv"), .. told, .. told.Contains("--quasi") ? Array.Empty<string>() : ["--quasi", "age,group"]]);

        Assert.True(run.Status == 0, run.Errors);
        Assert.Contains(model, run.Output, StringComparison.OrdinalIgnoreCase);
        var lines = File.ReadAllLines(_work.Path("safe.csv"));
        if (options.Contains("json", StringComparison.Ordinal)) Assert.All(lines, line => Assert.Equal(8, JsonNode.Parse(line)!.AsObject().Count));
        if (options.Contains("json", StringComparison.Ordinal)) return;
        var safe = DataFrame.Load(_work.Path("safe.csv"));
        string[] quasi = options.Contains("--quasi group", StringComparison.Ordinal) ? ["group"] : options.Contains("--quasi age", StringComparison.Ordinal) ? ["age"] : ["age", "group"];
        var classes = Enumerable.Range(0, (int)safe.Rows.Count).GroupBy(row => string.Join('|', quasi.Select(column => safe[column].GetText(row)))).ToArray();
        Assert.InRange(safe.Rows.Count, 280, 400);
        Assert.All(classes, rows => Assert.True(rows.Count() >= 4));
        if (options.Contains("--l 2", StringComparison.Ordinal)) Assert.All(classes, rows => Assert.True(rows.Select(row => safe["flag"].GetText(row)).Distinct().Count() >= 2));
        if (options.Contains("--k-map", StringComparison.Ordinal)) Assert.All(classes, rows => Assert.True(rows.Count() >= 5)); // ten of a population that holds everybody twice
        if (!options.Contains("--swap", StringComparison.Ordinal)) return;
        string[] before = Scores(real, Ids(safe)), after = Scores(safe, Ids(safe));
        Assert.NotEqual(before, after);
    }

    [Theory]
    [InlineData("--k-map 10", "population")]
    [InlineData("--presence-max 0.5", "population")]
    [InlineData("--l 2", "name at least one")]
    [InlineData("--t 1.5 --sensitive flag", "1.5")]
    [InlineData("--swap nowhere", "nowhere")]
    [InlineData("--swap score --window 2", "2")]
    [InlineData("--suppress 1.5", "1.5")]
    [InlineData("--loss least", "discernibility")]
    [InlineData("--method best", "mondrian")]
    [InlineData("--format xml", "json")]
    [InlineData("--hierarchies nowhere", "nowhere")]
    public async Task An_option_that_is_wrong_is_told_and_writes_nothing(string options, string part)
    {
        var run = await Workspace.RunAsync(["anonymise", _work.MixedTable(), "--k", "4", "--quasi", "age,group", "--out", _work.Path("safe.csv"), .. options.Split(' ')]);

        Assert.InRange(run.Status, 1, 2);
        Assert.Contains(part, run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("safe.csv")));
    }

    private static string[] Ids(DataFrame table) => [.. Enumerable.Range(0, (int)table.Rows.Count).Select(row => table["id"].GetText(row)!).Order(StringComparer.Ordinal)];

    // Of the rows with some ids, in the order of these.
    private static string[] Scores(DataFrame table, string[] ids)
    {
        var byId = Enumerable.Range(0, (int)table.Rows.Count).ToDictionary(row => table["id"].GetText(row)!, row => table["score"].GetText(row) ?? "");
        return [.. ids.Select(id => byId[id])];
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
