using System.Text.Json.Nodes;
using SynthNotebooks.Cli.Tests.Notebooks;

namespace SynthNotebooks.Cli.Tests.Verification;

[Collection(nameof(NotebookRunTests))] // a run sets the working folder of the process
public sealed class VerifyTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly string _folder = Environment.CurrentDirectory;

    public void Dispose()
    {
        Environment.CurrentDirectory = _folder;
        _work.Dispose();
    }

    [Fact]
    public async Task A_notebook_that_gives_the_same_again_is_verified_and_left_as_it_is()
    {
        var notebook = Notebook("same.ipynb", [("var a = 20; Console.WriteLine(a); a + 1", Result("21", Printed("20\\n"), 7))]);
        var before = File.ReadAllText(notebook);

        var run = await Workspace.RunAsync("verify", notebook, "--json", _work.Path("r.json"));

        Assert.Equal((0, ""), (run.Status, run.Errors));
        Assert.Contains("verified, 1 cell the same as in the saved outputs", run.Output, StringComparison.Ordinal);
        Assert.Contains("another order", run.Output, StringComparison.Ordinal); // cell 1 was run as number 7
        Assert.Equal(before, File.ReadAllText(notebook));
        Assert.Equal("verified", (string?)JsonNode.Parse(File.ReadAllText(_work.Path("r.json")))!["notebooks"]![0]!["verdict"]);
    }

    [Fact]
    public async Task A_private_fit_and_release_give_the_same_again_from_their_ledger()
    {
        _work.Write("t.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"{row % 4},{row * 7 % 3}\n")));
        string[] cells =
        [
            "#!load t.csv --as t",
            "#!fit t --model mst --epsilon 1 --delta 1e-9 --domain {\\\"a\\\":4,\\\"b\\\":3} --constraints \\\"b <= a\\\" --ledger ledger --as m",
            "#!sample m --rows 20 --as s",
            "string.Join(' ', s[\\\"a\\\"].ToNumbers()) + ((SynthNotebooks.Generators.Private.IPrivateRelease)m).Total",
        ];
        var notebook = Notebook("private.ipynb", [.. cells.Select(cell => (cell, ""))]);
        var run = await Workspace.RunAsync("run", notebook, "--out", notebook);
        var ledger = File.ReadAllText(_work.Path("ledger/ledger.jsonl"));

        var verified = await Workspace.RunAsync("verify", notebook);

        Assert.True(run.Status == 0, run.Errors);
        Assert.True(verified.Status == 0, verified.Output + verified.Errors);
        Assert.Equal(ledger, File.ReadAllText(_work.Path("ledger/ledger.jsonl")));
    }

    [Fact]
    public async Task The_first_cell_that_differs_is_told_with_both_texts()
    {
        var notebook = Notebook("old.ipynb", [("1 + 1", Result("2")), ("\\\"left \\\" + \\\"right\\\"", Result("left wrong")), ("3", Result("4"))]);

        var run = await Workspace.RunAsync("verify", notebook, "--json", _work.Path("r.json"));

        Assert.Equal(1, run.Status);
        Assert.Contains("cell 2 differs from the saved outputs: output 1, text/plain, line 1, column 6", run.Output, StringComparison.Ordinal);
        Assert.Contains("before: left wrong", run.Output, StringComparison.Ordinal);
        Assert.Contains("now:    left right", run.Output, StringComparison.Ordinal);
        Assert.Contains("and 1 cell more: 3", run.Output, StringComparison.Ordinal);
        Assert.Equal([2, 3], JsonNode.Parse(File.ReadAllText(_work.Path("r.json")))!["notebooks"]![0]!["differences"]!.AsArray().Select(d => (int)d!["cell"]!));
    }

    [Fact]
    public async Task A_notebook_without_outputs_is_run_twice_in_processes_of_their_own()
    {
        // The order of a hash set of texts changes with the seed that each process draws; 20! orders make an equal one unlikely beyond 1e-18.
        const string drawn = "string.Join(',', Enumerable.Range(0, 20).OrderBy(i => i.ToString().GetHashCode()))";

        var differs = await Workspace.RunAsync("verify", Notebook("hash.ipynb", [(drawn, "")]));
        var ignored = await Workspace.RunAsync("verify", Notebook("ignored.ipynb", [("// NBVAL_IGNORE_OUTPUT\\n" + drawn, ""), ("1", "")]));

        Assert.Equal(1, differs.Status);
        Assert.Contains("a second run", differs.Output, StringComparison.Ordinal);
        Assert.Equal(0, ignored.Status);
        Assert.Contains("1 cell tagged to be ignored", ignored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_ended_and_told()
    {
        var run = await Workspace.RunAsync("verify", Notebook("long.ipynb", [("1", Result("1")), ("System.Threading.Thread.Sleep(60000);", "")]), "--timeout", "4");

        Assert.Equal(1, run.Status);
        Assert.Contains("timed out: the run was ended after 4 s", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_and_the_network_are_told()
    {
        var run = await Workspace.RunAsync("verify", Notebook("web.ipynb", [("await new System.Net.Http.HttpClient().GetStringAsync(\\\"http://example.org/\\\")", "")]));

        Assert.Equal(1, run.Status);
        Assert.Contains("cell 1 failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("--network", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kernelspec":{"name":"python3","display_name":"Python 3","language":"python"}}""", "Python 3")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp","display_name":".NET (F#)","language":"F#"}}""", ".NET (F#)")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","display_name":".NET (C#)","language":"C#"},"language_info":{"name":"polyglot-notebook"}}""", "--twice")]
    public async Task Notebooks_of_other_kernels_are_refused_by_name(string metadata, string part)
    {
        var run = await Workspace.RunAsync("verify", Notebook("other.ipynb", [("1", Result("1"))], metadata));

        Assert.Equal(2, run.Status);
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData("0"), InlineData("-1"), InlineData("soon")]
    public async Task A_time_limit_that_is_none_is_wrong_use(string seconds) =>
        Assert.Equal(2, (await Workspace.RunAsync("verify", Notebook("n.ipynb", [("1", "")]), "--timeout", seconds)).Status);

    private string Notebook(string name, (string Source, string Outputs)[] cells, string metadata = """{"kernelspec":{"name":".net-csharp","display_name":".NET (C#) SynthNotebooks","language":"C#"}}""")
    {
        var texts = cells.Select((cell, i) => $$"""{"cell_type":"code","id":"c{{i}}","metadata":{},"execution_count":{{(cell.Outputs.Contains("\"execution_count\":7", StringComparison.Ordinal) ? "7" : "null")}},"source":"{{cell.Source}}","outputs":[{{cell.Outputs}}]}""");
        return _work.Write(name, $$"""{"cells":[{{string.Join(",", texts)}}],"metadata":{{metadata}},"nbformat":4,"nbformat_minor":5}""");
    }

    private static string Result(string text, string before = "", int count = 1) =>
        (before.Length > 0 ? before + "," : "") + $$$"""{"output_type":"execute_result","execution_count":{{{count}}},"metadata":{},"data":{"text/plain":["{{{text}}}"]}}""";

    private static string Printed(string text) => $$"""{"output_type":"stream","name":"stdout","text":["{{text}}"]}""";
}
