namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class WrongUseTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("", "Name a command: models, metrics,")]
    [InlineData("fitt data.csv", "There is no command 'fitt'. Did you mean 'fit'? Known: models,")]
    [InlineData("--versio", "There is no option '--versio'. Did you mean '--version'?")]
    [InlineData("kernel", "Name a command: install, uninstall, list.")]
    [InlineData("kernel instal", "There is no command 'instal'. Did you mean 'install'?")]
    [InlineData("fit data.csv --modl copula --out m.synth", "There is no option '--modl'. Did you mean '--model'?")]
    [InlineData("fit data.csv --model copula --out m.synth --seed -1", "--seed is '-1'; it must be a whole number, 0 or more.")]
    [InlineData("fit data.csv --model copula --out m.synth --seed x", "--seed is 'x'; it must be a whole number, 0 or more.")]
    [InlineData("sample m.synth --out a.csv --rows 1e3", "--rows is '1e3'; it must be a whole number.")]
    [InlineData("audit --mechanism all --epsilon much", "--epsilon is 'much'; it must be a number.")]
    [InlineData("simulate healthcare --out w --from spring", "--from is 'spring'; it must be a day such as 2024-01-31.")]
    [InlineData("simulate helthcare --out w", "There is no simulator or industry 'helthcare'. Did you mean 'healthcare'?")]
    [InlineData("simulate patients --rows 5 --out p.csv --variant flu", "--variant is an option of scenarios; 'patients' is a simulator of one table.")]
    [InlineData("audit --mechanism discrete-laplace --epsilon -1", "epsilon must lie in 0.001 to 50. Read -1.")]
    [InlineData("sample m.synth --rows 3", "Option '--out' is required.")]
    public async Task A_wrong_word_is_named_with_what_is_accepted(string line, string part)
    {
        var run = await Workspace.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.Status);
        Assert.Contains("synthnb: " + part, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_table_that_a_model_does_not_fit_is_wrong_use_and_no_crash()
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--out", _work.Path("m.synth"));
        var other = _work.Write("other.csv", "a,b\n1,2\n3,4\n");

        var run = await Workspace.RunAsync("impute", _work.Path("m.synth"), other, "--out", _work.Path("i.csv"));

        Assert.Equal(2, run.Status);
        Assert.Contains("There is no column 'id'.", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("i.csv")));
    }

    [Theory]
    [InlineData("fit TABLE --model independent --out NOWHERE/m.synth")]
    [InlineData("evaluate --train TABLE --synthetic TABLE --json NOWHERE/r.json")]
    [InlineData("evaluate --train TABLE --synthetic TABLE --html NOWHERE/r.html")]
    [InlineData("attack --train TABLE --synthetic TABLE --json NOWHERE/r.json")]
    [InlineData("dp TABLE --method mst --epsilon 1 --delta 1e-9 --out NOWHERE/p.csv")]
    [InlineData("run BOOK --out NOWHERE/b.ipynb")]
    [InlineData("run BOOK --html NOWHERE/b.html")]
    public async Task A_result_without_a_place_is_told_before_the_job_begins(string line)
    {
        var book = _work.Write("book.dib", "#!csharp\n\nSystem.IO.File.WriteAllText(\"ran.txt\", \"\");\n");
        var arguments = line.Replace("TABLE", _work.MixedTable(), StringComparison.Ordinal).Replace("BOOK", book, StringComparison.Ordinal)
            .Replace("NOWHERE", _work.Path("nowhere"), StringComparison.Ordinal).Split(' ');

        var run = await Workspace.RunAsync(arguments);

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains($"the folder '{_work.Path("nowhere")}' does not exist.", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("ran.txt")));
    }

    [Fact]
    public async Task A_folder_without_kernels_says_so()
    {
        var run = await Workspace.RunAsync("kernel", "list", "--prefix", _work.Folder);

        Assert.Equal((0, ""), (run.Status, run.Output));
        Assert.StartsWith("There are no kernels in ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_or_nothing_in_the_place_of_a_notebook_is_named()
    {
        Assert.Contains("is a folder; name a notebook in it.", (await Workspace.RunAsync("scan", _work.Folder)).Errors, StringComparison.Ordinal);
        Assert.Contains($"There is no notebook '{_work.Path("no.ipynb")}'.", (await Workspace.RunAsync("scan", _work.Path("no.ipynb"))).Errors, StringComparison.Ordinal);
    }
}
