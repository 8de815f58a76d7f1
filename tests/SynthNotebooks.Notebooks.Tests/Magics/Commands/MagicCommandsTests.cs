using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Dashboards;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Models;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Magics;

public sealed class MagicCommandsTests : IDisposable
{
    private const string Csv = "id,age,sex,zip,income\n";

    private readonly Notebook _notebook = new();

    private FakeHost Host => _notebook.Host;

    public MagicCommandsTests() => File.WriteAllText(_notebook.PathOf("patients.csv"), Csv + string.Concat(
        Enumerable.Range(0, 400).Select(row => $"{row + 1},{20 + row * 7 % 60},{(row % 3 == 0 ? "F" : "M")},{10000 + row % 4},{1000 + row * 13 % 977}\n")));

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task A_table_goes_all_the_way_from_file_to_dashboard()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!split patients --as train --holdout holdout --share .25 --seed 3");
        await _notebook.Run("#!fit train --model copula --classes 8 --as m --seed 1");
        await _notebook.Run("#!save m --to m.synth");
        await _notebook.Run("#!open m.synth --as again");
        await _notebook.Run("#!sample m --rows 200 --as synthetic --seed 2");
        await _notebook.Run("#!sample again --rows 200 --as same --seed 2");
        await _notebook.Run("#!dashboard synthetic --train train --holdout holdout --target income");

        Assert.Equal(DataOrigin.Real, Frame("patients").Origin);
        Assert.Equal((300, 100), (Frame("train").Rows.Count, Frame("holdout").Rows.Count));
        Assert.Equal(typeof(IFittedGenerator), Host.TypeOf("m"));
        Assert.Equal(DataOrigin.Synthetic, Frame("synthetic").Origin);
        Assert.Equal(Text(Frame("synthetic")), Text(Frame("same")));
        var report = Assert.IsType<FidelityDashboard>(Host.Shown[^1]).Report;
        Assert.Equal((300, 200, 100, "income"), (report.RealRows, report.SyntheticRows, report.HoldoutRows, report.Target));
        Assert.NotNull(report.Utility.Undefined);
        await _notebook.Run("#!dashboard synthetic --train train --holdout holdout --target income --full");
        Assert.NotNull(Assert.IsType<FidelityDashboard>(Host.Shown[^1]).Report.Metric("utility-boosting").Value);
    }

    [Fact]
    public async Task A_row_is_explained_a_game_is_played_and_a_page_is_written()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!split patients --as train --holdout holdout --share .25 --seed 3");
        await _notebook.Run("#!fit train --model copula --as m");
        await _notebook.Run("#!sample m --rows 150 --as synthetic");

        await _notebook.Run("#!explain synthetic --row 17 --train train --holdout holdout");
        var hidden = Shown();
        Assert.Contains("row 17", hidden, StringComparison.Ordinal);
        Assert.Contains("--show-real", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("real row 1", hidden, StringComparison.Ordinal);
        await _notebook.Run("#!explain synthetic --row 17 --train train --holdout holdout --show-real");
        Assert.Contains("[real data] row 17 and the real rows nearest to it", Shown(), StringComparison.Ordinal);

        await _notebook.Run("#!game synthetic --train train --rows 6");
        Assert.Contains("3 of 6 rows are real", Shown(), StringComparison.Ordinal);
        var html = Formatted(MimeTypes.Html);
        Assert.True(html.IndexOf("<details><summary>Answers</summary>", StringComparison.Ordinal) is > 0 and var at && html.IndexOf("the detector is right about", StringComparison.Ordinal) > at);

        await _notebook.Run("#!dashboard synthetic --train train --holdout holdout --target income --html report.html");
        Assert.Contains("<h1>Synthetic data report: synthetic</h1>", File.ReadAllText(_notebook.PathOf("report.html")), StringComparison.Ordinal);
        Assert.IsType<FidelityDashboard>(Host.Shown[^1]);

        string Shown() => Formatted(MimeTypes.Text);

        string Formatted(string mimeType) => DisplayFormatters.All.Single(formatter => formatter.Displays == Host.Shown[^1].GetType()).Format(Host.Shown[^1], mimeType);
    }

    [Fact]
    public async Task A_selection_shows_what_it_tried_and_a_replay_shows_the_same()
    {
        const string fit = "#!fit patients --model auto --seconds 1000 --candidates independent,copula --folds 2 --trials 0 --plan plan.json --as m";
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run(fit);
        var first = Text();
        await _notebook.Run(fit);

        Assert.True(File.Exists(_notebook.PathOf("plan.json")));
        Assert.Equal(["ModelCard", "SelectionReport", "XyFigure"], Host.Shown.TakeLast(3).Select(value => value.GetType().Name));
        Assert.Contains("chosen", first, StringComparison.Ordinal);
        Assert.Equal(first, Text());

        string Text() => string.Join("\n", Host.Shown.TakeLast(3).Select(value => DisplayFormatters.All.Single(formatter => formatter.Displays.IsInstanceOfType(value)).Format(value, MimeTypes.Text)));
    }

    [Fact]
    public async Task A_synthetic_table_is_attacked_with_its_model()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!split patients --as train --holdout holdout --share .5 --seed 3");
        await _notebook.Run("#!fit train --model mixture --as m");
        await _notebook.Run("#!sample m --rows 200 --as synthetic");
        await _notebook.Run("#!attack synthetic --train train --holdout holdout --model m --attack dcr,rmia,canaries,measurements --shadows 4 --secret sex");

        var report = Assert.IsType<AttackReport>(Host.Shown[^1]);
        Assert.Equal(["dcr", "canaries", "rmia"], report.Plan);
        Assert.Equal("measurements", Assert.Single(report.Skipped).Attack);
        Assert.Equal("synthetic", report.Label);
        Assert.Contains("'dcrr'", await _notebook.Fail("#!attack synthetic --train train --attack dcrr"), StringComparison.Ordinal);
        Assert.Contains("'sexx'", await _notebook.Fail("#!attack synthetic --train train --secret sexx --quiet"), StringComparison.Ordinal);
        await _notebook.Run("#!attacks");
        Assert.Contains("domias", DisplayFormatters.All.Single(formatter => formatter.Displays == typeof(TableView)).Format(Host.Shown[^1], MimeTypes.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rerun_shows_the_same_bytes()
    {
        var first = await Shown();
        Host.Outputs.Clear();

        Assert.Equal(first, await Shown());

        async Task<string> Shown()
        {
            await _notebook.Run("#!load patients.csv --as patients");
            await _notebook.Run("#!fit patients --model copula --as m");
            await _notebook.Run("#!sample m --rows 50 --where \"age > 40\" --as synthetic");
            await _notebook.Run("#!save m --to m.synth");
            await _notebook.Run("#!models");
            return string.Join("\n", Host.Shown.Select(value => DisplayFormatters.All.Single(formatter => formatter.Displays.IsInstanceOfType(value)).Format(value, MimeTypes.Html)));
        }
    }

    [Fact]
    public async Task What_was_declared_of_a_table_is_kept_by_its_splits_models_and_samples()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!schema patients --set zip=text,income=ordinal --save schema.json");
        await _notebook.Run("#!split patients --as train --holdout holdout");
        await _notebook.Run("#!fit train --model independent --as m");
        await _notebook.Run("#!sample m --rows 20 --as synthetic");

        var model = (IFittedGenerator)Host["m"]!;
        Assert.Equal((ColumnKind.Text, ColumnRole.Category), (model.Schema["zip"].Kind, model.Schema["zip"].Role));
        Assert.Equal(ColumnRole.Ordinal, model.Schema["income"].Role);
        Assert.Equal(ColumnKind.Text, Frame("synthetic")["zip"].Kind);

        await _notebook.Run("#!load patients.csv --as fresh");
        await _notebook.Run("#!schema fresh --use schema.json");
        Assert.Equal(ColumnRole.Ordinal, Frame("fresh").Schema()["income"].Role);
    }

    [Fact]
    public async Task Looking_at_a_schema_changes_nothing()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        var before = Host["patients"];
        await _notebook.Run("#!schema patients");

        Assert.Same(before, Host["patients"]);
        Assert.IsType<TableSchema>(Host.Shown[^1]);
    }

    [Fact]
    public async Task A_file_is_read_as_told()
    {
        File.WriteAllText(_notebook.PathOf("odd.txt"), "1,5;x\n?;y\n");
        await _notebook.Run("#!load odd.txt --as odd --delimiter semicolon --decimal \",\" --na [\"?\"] --header false --synthetic");

        Assert.Equal("1.5 x/ y", string.Join("/", Frame("odd").Rows.Select(row => string.Join(" ", row.Cells.Select(cell => FormattableString.Invariant($"{cell}"))))));
        Assert.Equal(DataOrigin.Synthetic, Frame("odd").Origin);
    }

    [Fact]
    public async Task The_card_of_a_model_tells_where_it_comes_from_and_no_time()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!fit patients --model copula --as m --min-count 2 --seed 9");

        var card = Assert.IsType<ModelCard>(Host.Shown[^1]);
        var text = new ModelCardDisplay().Format(card, MimeTypes.Text);
        Assert.Matches("model +copula\noptions +classes 16, .*\nseed +9\nfitted on +400 rows\n", text);
        Assert.Contains("seen fewer than 2 times: pooled", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_meet_the_condition_and_are_those_of_the_whole_sample()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!fit patients --model independent --as m");
        await _notebook.Run("#!sample m --rows 30 --where \"age >= 65 and sex = 'F'\" --as old");

        Assert.Equal(30, Frame("old").Rows.Count);
        Assert.Equal(30, Frame("old").Filter("age >= 65 and sex = 'F'").Rows.Count);
    }

    [Fact]
    public async Task Classes_have_the_shares_that_were_asked_for_within_a_condition()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!fit patients --model independent --as m");
        await _notebook.Run("#!sample m --rows 40 --where \"age >= 65\" --rebalance {\"sex\":{\"F\":3,\"M\":1}} --as old");

        Assert.Equal(30, Frame("old").Filter("age >= 65 and sex = 'F'").Rows.Count);
        Assert.Equal(10, Frame("old").Filter("age >= 65 and sex = 'M'").Rows.Count);
    }

    [Fact]
    public async Task Columns_are_replaced_and_missing_cells_filled_from_a_model()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!fit patients --model mixture --as m");
        await _notebook.Run("#!sample m --replace age,sex --data patients --as partly");
        await _notebook.Run("#!impute m --data patients --as filled");

        var (patients, partly, filled) = (Frame("patients"), Frame("partly"), Frame("filled"));
        Assert.Equal(DataOrigin.Real, partly.Origin);
        Assert.All(patients.Columns, column => Assert.Equal(
            column.Name is "age" or "sex", !Enumerable.Range(0, column.Length).All(row => column.GetText(row) == partly[column.Name].GetText(row))));
        Assert.All(filled.Columns, column => Assert.Equal(0, column.NullCount));
    }

    [Fact]
    public async Task A_simulated_table_is_synthetic_and_repeats()
    {
        await _notebook.Run("#!simulate patients --rows 50 --seed 1 --as a");
        await _notebook.Run("#!simulate patients --rows 50 --seed 1 --as b --quiet");

        Assert.Equal(DataOrigin.Synthetic, Frame("a").Origin);
        Assert.Equal(Text(Frame("a")), Text(Frame("b")));
        Assert.Single(Host.Outputs[^1]);
    }

    [Fact]
    public async Task Catalogs_are_listed_with_options_and_sources()
    {
        await _notebook.Run("#!models");
        await _notebook.Run("#!metrics");

        var copula = ((TableView)Host.Shown[0]).Rows.Single(row => row[0] == "copula");
        Assert.StartsWith("classes 16, prior-records 1", copula[2], StringComparison.Ordinal);
        Assert.Contains("Nelsen", copula[3], StringComparison.Ordinal);
        Assert.NotEmpty(((TableView)Host.Shown[1]).Rows);
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "#!load nowhere.csv --as t", "nowhere.csv" },
        { "#!load patients.csv --as t --delimiter ab", "--delimiter takes one character, or comma, semicolon, tab, pipe, space. Read 'ab'." },
        { "#!load patients.csv --as t --encoding klingon", "klingon" },
        { "#!schema patients --set ag=category", "There is no column 'ag'. Did you mean 'age'?" },
        { "#!schema patients --set age=colour", "There is no role or kind 'colour'." },
        { "#!schema patients --set sex=integer", "sex" },
        { "#!schema patients --use nowhere.json", "nowhere.json" },
        { "#!fit patient --model copula --as n", "There is no DataFrame variable 'patient'. Did you mean 'patients'? Known: patients." },
        { "#!fit m --model copula --as n", "where a DataFrame is needed. DataFrame variables: patients." },
        { "#!fit patients --model best --as n", "There is no model 'best'." },
        { "#!fit patients --model coupla --as n", "Did you mean 'copula'?" },
        { "#!fit patients --model copula --classes 1000 --as n", "Option 'classes' is '1000'; it must be a whole number of 2 to 64." },
        { "#!fit patients --model copula --steps 3 --as n", "--steps is an option of patient, not of copula. Options of copula: --classes, --prior-records" },
        { "#!fit patients --model patient --as n", "column 'age' cannot be learnt by waiting" },
        { "#!fit patients --model patient --steps 100000 --seconds .2 --as n", "patient was not done after 0.2 seconds (--seconds); n was not set." },
        { "#!sample m --rows -1 --as n", "--rows takes a whole number, 0 to 100000000. Read '-1'." },
        { "#!sample patients --as n", "where a fitted model is needed. fitted model variables: m." },
        { "#!sample m --replace age --as n", "--replace needs --data" },
        { "#!sample m --replace age --data patients --where \"age > 3\" --as n", "goes with neither --where nor --rebalance" },
        { "#!sample m --rebalance sexx=balanced --as n", "Did you mean 'sex'?" },
        { "#!sample m --rebalance {\"sex\":{\"F\":-1}} --as n", "The share of sex = 'F' is -1" },
        { "#!sample m --where \"aeg > 3\" --as n", "Did you mean 'age'?" },
        { "#!sample m --where \"age >\" --as n", "age >" },
        { "#!sample m --where \"age > 1000\" --rows 10 --tries 2 --as n", "No row of the model meets the condition" },
        { "#!save m --to nowhere/m.synth", "nowhere" },
        { "#!open patients.csv --as n", "" },
        { "#!open nowhere.synth --as n", "nowhere.synth" },
        { "#!split patients --as a --holdout a", "--as and --holdout both name 'a'; the two parts need a variable each." },
        { "#!split patients --as a --holdout b --share 0", "above 0 and below 1" },
        { "#!split patients --as a --holdout b --share .0001", "patients has 400 rows; a share of 0.0001 leaves none to set aside." },
        { "#!split patients --as a --holdout b --stratify sx", "Did you mean 'sex'?" },
        { "#!dashboard patients --train patients --target incom", "Did you mean 'income'?" },
        { "#!dashboard patients --train patients --html nowhere/r.html", "does not exist." },
        { "#!simulate hospital --as a", "There is no simulator or industry 'hospital'. Known: finance, healthcare, manufacturing" },
        { "#!simulate helthcare --as a", "Did you mean 'healthcare'?" },
        { "#!models please", "#!models takes no value without a name; read 'please'." },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task A_failure_tells_what_is_accepted_and_changes_nothing(string line, string message)
    {
        await _notebook.Run("#!load patients.csv --as patients");
        await _notebook.Run("#!fit patients --model independent --as m");

        Assert.Contains(message, await _notebook.Fail(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fit_that_is_stopped_sets_nothing()
    {
        await _notebook.Run("#!load patients.csv --as patients");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _notebook.Run("#!fit patients --model patient --steps 100000 --as m", stop.Token));

        Assert.False(Host.TryGet("m", out _));
        Assert.Equal(new Note("fitting patient: stopped"), Host.Shown[^1]);
    }

    private DataFrame Frame(string name) => (DataFrame)Host[name]!;

    private static string Text(DataFrame frame)
    {
        using var stream = new MemoryStream();
        frame.SaveCsv(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
