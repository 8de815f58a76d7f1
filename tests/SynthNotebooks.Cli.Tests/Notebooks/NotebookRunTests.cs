namespace SynthNotebooks.Cli.Tests.Notebooks;

[Collection(nameof(NotebookRunTests))] // a run sets the working folder of the process
public sealed class NotebookRunTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly string _folder = Environment.CurrentDirectory;

    public void Dispose()
    {
        Environment.CurrentDirectory = _folder;
        _work.Dispose();
    }

    [Fact]
    public async Task A_notebook_is_executed_twice_to_the_same_bytes()
    {
        var notebook = Repository.Path("notebooks", "00-tour.ipynb");

        var first = await Workspace.RunAsync("run", notebook, "--out", _work.Path("a.ipynb"), "--html", _work.Path("a.html"));
        var second = await Workspace.RunAsync("run", notebook, "--out", _work.Path("b.ipynb"), "--html", _work.Path("b.html"));

        Assert.True(first.Status == 0, first.Errors);
        Assert.Contains("shape", first.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(_work.Path("a.ipynb")), File.ReadAllText(_work.Path("b.ipynb")));
        Assert.Equal(File.ReadAllText(_work.Path("a.html")), File.ReadAllText(_work.Path("b.html")));
        Assert.Equal(0, second.Status);
    }

    [Fact]
    public async Task A_failing_cell_is_named_and_the_outputs_so_far_are_kept()
    {
        var notebook = _work.Write("n.ipynb", """
            {"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":null,"outputs":[],"source":"1+1"},
            {"cell_type":"code","id":"b","metadata":{},"execution_count":null,"outputs":[],"source":"#!fit nothing --model copula --as m"}],
            "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);

        var run = await Workspace.RunAsync("run", notebook, "--out", _work.Path("out.ipynb"));

        Assert.Equal(1, run.Status);
        Assert.Contains("cell 2", run.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\"2\"", File.ReadAllText(_work.Path("out.ipynb")), StringComparison.Ordinal);
    }

    [Theory, InlineData("{"), InlineData("[]"), InlineData("{\"cells\": 3}")]
    public async Task A_file_that_is_no_notebook_is_refused(string text)
    {
        var run = await Workspace.RunAsync("run", _work.Write("bad.ipynb", text), "--out", _work.Path("out.ipynb"));

        Assert.Equal(1, run.Status);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("out.ipynb")));
    }
}
