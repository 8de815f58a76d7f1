namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class FitAndSampleTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    public static TheoryData<string> Models => [.. Catalogs.Models().Entries.Where(entry => !entry.Attribute.IsPrivate).Select(entry => entry.Id)];

    [Theory, MemberData(nameof(Models))]
    public async Task Any_model_is_fitted_saved_and_sampled_from_a_file(string model)
    {
        var table = _work.MixedTable();

        string[] quick = model == "auto" ? ["--option", "candidates=independent,copula", "folds=2", "trials=0"] : [];
        var fit = await Workspace.RunAsync(["fit", table, "--model", model, "--out", _work.Path("m.synth"), .. quick]);
        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "123", "--seed", "5", "--out", _work.Path("s.csv"));

        Assert.Equal((0, ""), (fit.Status, fit.Output));
        Assert.Equal(0, sample.Status);
        var lines = File.ReadAllLines(_work.Path("s.csv"));
        Assert.Equal(124, lines.Length);
        Assert.Equal(File.ReadLines(table).First(), lines[0]);
    }

    [Fact]
    public async Task A_selection_prints_what_it_tried_and_is_replayed_from_its_plan()
    {
        string[] fit = ["fit", _work.MixedTable(), "--model", "auto", "--seconds", "30", "--plan", _work.Path("plan.json"), "--option", "candidates=independent,copula", "trials=1"];

        var first = await Workspace.RunAsync([.. fit, "--out", _work.Path("a.synth")]);
        var second = await Workspace.RunAsync([.. fit, "--out", _work.Path("b.synth")]);

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.Contains("chosen: ", first.Errors, StringComparison.Ordinal);
        Assert.Contains("independent", first.Errors, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_work.Path("a.synth")), File.ReadAllBytes(_work.Path("b.synth")));
    }

    [Theory]
    [InlineData("--plan is of models that choose", "--model", "copula", "--plan", "p.json")]
    [InlineData("must be above 0", "--model", "copula", "--seconds", "0")]
    [InlineData("it must be a number of 0.1 to 1000000", "--model", "auto", "--seconds", "0.01")]
    [InlineData("it is a control", "--model", "auto", "--option", "candidates=bootstrap")]
    public async Task Wrong_use_of_time_and_plan_is_told(string what, params string[] arguments)
    {
        var fit = await Workspace.RunAsync(["fit", _work.MixedTable(), "--out", _work.Path("m.synth"), .. arguments]);

        Assert.Equal(2, fit.Status);
        Assert.Contains(what, fit.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_meet_a_condition_are_sampled()
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--out", _work.Path("m.synth"));

        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "50", "--where", "age >= 40 and group = 'red'", "--out", _work.Path("s.csv"));

        Assert.Equal(0, sample.Status);
        Assert.All(File.ReadLines(_work.Path("s.csv")).Skip(1), line => Assert.Equal("red", line.Split(',')[3]));
    }

    [Theory]
    [InlineData("independent")]
    [InlineData("mixture")]
    [InlineData("cart")]
    public async Task Classes_come_out_with_the_shares_that_were_asked_for(string model)
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", model, "--out", _work.Path("m.synth"));
        var shares = _work.Write("shares.json", """{"group": {"red": 0.8, "blue": 0.2}}""");

        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "100", "--rebalance", shares, "--out", _work.Path("s.csv"));

        Assert.Equal(0, sample.Status);
        var groups = File.ReadLines(_work.Path("s.csv")).Skip(1).CountBy(line => line.Split(',')[3]).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["red"] = 80, ["blue"] = 20 }, groups);
    }

    [Fact]
    public async Task Some_columns_are_replaced_and_the_others_stay()
    {
        var table = _work.MixedTable();
        await Workspace.RunAsync("fit", table, "--model", "mixture", "--out", _work.Path("m.synth"));

        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--replace", "age,score", "--data", table, "--out", _work.Path("s.csv"));

        Assert.Equal((0, ""), (sample.Status, sample.Output));
        var (before, after) = (Cells(table), Cells(_work.Path("s.csv")));
        Assert.Equal(before.Length, after.Length);
        for (var row = 0; row < before.Length; row++)
            Assert.Equal([before[row][0], .. before[row][3..]], [after[row][0], .. after[row][3..]]);
        // About one in fifty of the ages falls on the old one by chance.
        Assert.InRange(before.Zip(after).Count(pair => pair.First[1] != pair.Second[1]), 350, 400);
    }

    [Fact]
    public async Task Missing_cells_are_filled_and_the_others_stay()
    {
        var table = _work.MixedTable();
        await Workspace.RunAsync("fit", table, "--model", "mixture", "--out", _work.Path("m.synth"));

        var impute = await Workspace.RunAsync("impute", _work.Path("m.synth"), table, "--out", _work.Path("s.csv"));

        Assert.Equal(0, impute.Status);
        foreach (var (before, after) in Cells(table).Zip(Cells(_work.Path("s.csv"))))
        {
            Assert.NotEqual("", after[2]);
            if (before[2] != "") Assert.Equal(before[2], after[2]);
        }
    }

    [Theory]
    [InlineData("--replace needs --data", "--replace", "age")]
    [InlineData("Did you mean 'age'", "--replace", "agee", "--data", "TABLE")]
    [InlineData("goes with none of --rows", "--replace", "age", "--data", "TABLE", "--rows", "5")]
    [InlineData("it needs --replace", "--data", "TABLE", "--rows", "5")]
    [InlineData("--rows, the number of rows, is missing")]
    public async Task Options_that_do_not_go_together_are_wrong_use(string part, params string[] options)
    {
        var table = _work.MixedTable();
        await Workspace.RunAsync("fit", table, "--model", "mixture", "--out", _work.Path("m.synth"));

        var sample = await Workspace.RunAsync(["sample", _work.Path("m.synth"), "--out", _work.Path("s.csv"), .. options.Select(option => option == "TABLE" ? table : option)]);

        Assert.Equal(2, sample.Status);
        Assert.Contains(part, sample.Errors, StringComparison.Ordinal);
    }

    private static string[][] Cells(string path) => [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];

    [Theory]
    [InlineData("grup=balanced", 2, "group")]
    [InlineData("group", 2, "COLUMN=balanced")]
    public async Task Shares_that_cannot_be_read_are_wrong_use(string shares, int status, string part)
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--out", _work.Path("m.synth"));

        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "10", "--rebalance", shares, "--out", _work.Path("s.csv"));

        Assert.Equal(status, sample.Status);
        Assert.Contains(part, sample.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("s.csv")));
    }

    [Fact]
    public async Task Json_lines_hold_numbers_nulls_and_text()
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--out", _work.Path("m.synth"));

        await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "20", "--format", "json", "--out", _work.Path("s.json"));

        var rows = File.ReadAllLines(_work.Path("s.json")).Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!.AsObject()).ToArray();
        Assert.Equal(20, rows.Length);
        Assert.All(rows, row => Assert.InRange((int)row["age"]!, 20, 69));
        Assert.All(rows, row => Assert.Null(row["nothing"]));
        Assert.All(rows, row => Assert.Equal("x", (string?)row["constant"]));
    }

    [Fact]
    public async Task No_rows_give_the_header_alone()
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--out", _work.Path("m.synth"));

        await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "0", "--out", _work.Path("s.csv"));

        Assert.Single(File.ReadAllLines(_work.Path("s.csv")));
    }

    [Fact]
    public async Task A_condition_that_cannot_hold_fails_and_leaves_the_old_file_alone()
    {
        await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--out", _work.Path("m.synth"));
        var old = _work.Write("s.csv", "old");

        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "5", "--where", "age > 900", "--out", old);

        Assert.Equal(1, sample.Status);
        Assert.Equal("old", File.ReadAllText(old));
        Assert.False(File.Exists(old + ".partial"));
    }

    [Theory]
    [InlineData("copulla", "copula")]
    [InlineData("", "model")]
    public async Task An_unknown_model_is_wrong_use_and_names_what_there_is(string model, string named)
    {
        var fit = await Workspace.RunAsync("fit", _work.MixedTable(), "--model", model, "--out", _work.Path("m.synth"));

        Assert.Equal(2, fit.Status);
        Assert.Contains(named, fit.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("m.synth")));
    }

    [Fact]
    public async Task An_unknown_option_of_a_model_is_wrong_use()
    {
        var fit = await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "copula", "--option", "clases=8", "--out", _work.Path("m.synth"));

        Assert.Equal(2, fit.Status);
        Assert.Contains("classes", fit.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "3")] // ragged: the line is named
    [InlineData("", "empty")]
    [InlineData("a,a\n1,2\n", "'a'")]
    [InlineData("a,b\n", "rows")] // header only: nothing to learn from
    public async Task A_bad_table_is_a_failure_that_says_what_is_wrong(string text, string named)
    {
        var table = _work.Write("bad.csv", text);

        var fit = await Workspace.RunAsync("fit", table, "--model", "copula", "--out", _work.Path("m.synth"));

        Assert.Equal(1, fit.Status);
        Assert.Contains(named, fit.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", fit.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("m.synth")));
    }

    [Fact]
    public async Task A_missing_file_is_named_with_its_nearest_neighbour()
    {
        _work.MixedTable("patients.csv");

        var fit = await Workspace.RunAsync("fit", _work.Path("patient.csv"), "--model", "copula", "--out", _work.Path("m.synth"));

        Assert.Equal(1, fit.Status);
        Assert.Contains("patients.csv", fit.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_located()
    {
        File.WriteAllBytes(_work.Path("latin.csv"), [.. "name,n\nJos"u8, 0xE9, .. ",1\n"u8]);

        var fit = await Workspace.RunAsync("fit", _work.Path("latin.csv"), "--model", "copula", "--out", _work.Path("m.synth"));

        Assert.Equal(1, fit.Status);
        Assert.Contains("latin1", fit.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused()
    {
        var sample = await Workspace.RunAsync("sample", _work.MixedTable(), "--rows", "1", "--out", _work.Path("s.csv"));

        Assert.Equal(1, sample.Status);
        Assert.DoesNotContain("   at ", sample.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_categories_are_learnt()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"c{i % 10_000:D5} x,{i % 7}");
        var table = _work.Write("wide.csv", "category,n\n" + string.Join('\n', lines) + "\n");

        var fit = await Workspace.RunAsync("fit", table, "--model", "copula", "--out", _work.Path("m.synth"));
        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "100", "--out", _work.Path("s.csv"));

        Assert.Equal((0, 0), (fit.Status, sample.Status));
        Assert.Equal(101, File.ReadLines(_work.Path("s.csv")).Count());
    }
}
