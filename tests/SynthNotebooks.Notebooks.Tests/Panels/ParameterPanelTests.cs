using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Panels;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Notebooks.Tests.Hosting;
using SynthNotebooks.Notebooks.Tests.Live;
using SynthNotebooks.Notebooks.Tests.Magics;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Tests.Panels;

public sealed class ParameterPanelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("panel").FullName;
    private readonly FakeHost _host;
    private readonly FakeLink _link;
    private readonly Toolkit _toolkit;

    public ParameterPanelTests()
    {
        _host = new() { WorkingDirectory = _folder, ["patients"] = Table() };
        _link = new(_host);
        _toolkit = new()
        {
            Models = new Catalog<GeneratorAttribute>("model", typeof(CopulaGenerator).Assembly, typeof(AutoGenerator).Assembly, typeof(PatientGenerator).Assembly),
            Ledger = Path.Combine(_folder, "ledger"),
        };
        File.WriteAllText(Path.Combine(_folder, "domain.json"), """{"sex": {"values": ["F", "M"]}, "age": {"min": 0, "max": 99, "decimals": 0}}""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_panel_does_what_its_magics_do_in_a_cell()
    {
        var panel = Panel();
        var settings = new PanelSettings { Rows = 40, Model = "cart", Seed = 3, SampleSeed = 4, Constraints = ["age >= 30", "sex is not null"] };
        await _link.Ask(panel, Generate(settings));
        var made = Text((DataFrame)_host["synthetic"]!);

        var cell = new FakeHost { WorkingDirectory = _folder, ["patients"] = Table() };
        var magics = new MagicCatalog(_toolkit);
        foreach (var line in PanelCommands.Of("patients", "synthetic", settings)) await magics[line.Split(' ')[0]].RunAsync(line[line.IndexOf(' ')..], cell, CancellationToken.None);
        Assert.Equal(Text((DataFrame)cell["synthetic"]!), made);
        Assert.All(((DataFrame)_host["synthetic"]!)["age"].ToNumbers(), age => Assert.InRange(age, 30, 99));
        Assert.Equal(typeof(IFittedGenerator), _host.TypeOf("synthetic_model"));

        Assert.Equal("begun", (string?)_link.Answers[0]["kind"]);
        Assert.Equal("result", (string?)_link.Last["kind"]);
        Assert.Equal("synthetic: 40 rows x 2 columns, cart, seed 3, sample seed 4", (string?)_link.Last["text"]);
        Assert.Equal(["fidelity against patients", "fitted model"], _link.Last["tables"]!.AsArray().Select(table => (string)table!["caption"]!));
        Assert.Equal(10, _link.Last["page"]!["table"]!["rows"]!.AsArray().Count);

        await _link.Ask(panel, new { @do = "page", start = 20, size = 10 });
        Assert.Equal("20", (string?)_link.Last["table"]!["names"]![0]);
    }

    [Fact]
    public async Task The_same_settings_give_the_same_answer_and_another_seed_another_table()
    {
        async Task<string> Made(ulong seed)
        {
            await _link.Ask(Panel(), Generate(new() { SampleSeed = seed }));
            return _link.Last.ToJsonString();
        }

        var first = await Made(1);

        Assert.Equal(first, await Made(1));
        Assert.NotEqual(first, await Made(2));
        Assert.Equal(Panel().Id, Panel().Id);
    }

    [Fact]
    public async Task An_epsilon_takes_the_private_path_and_charges_the_ledger_once_for_one_request()
    {
        var settings = new PanelSettings { Rows = 50, Epsilon = 0.5, Method = "dp-independent", Domain = "domain.json" };
        await _link.Ask(Panel(), Generate(settings));

        Assert.Equal("result", (string?)_link.Last["kind"]);
        var sentences = string.Join('\n', _link.Last["sentences"]!.AsArray().Select(line => (string)line!));
        Assert.Contains("(0.5, 1E-09)-DP", sentences, StringComparison.Ordinal);
        Assert.Contains("charged to the ledger", sentences, StringComparison.Ordinal);
        Assert.Contains("Budget of patients: epsilon", sentences, StringComparison.Ordinal);
        var made = Text((DataFrame)_host["synthetic"]!);
        var ledger = LedgerPlace.Open(_toolkit.Ledger);
        Assert.Single(LedgerView.Of(ledger).Spends);

        await _link.Ask(Panel(), Generate(settings));
        Assert.Contains("without a new charge", string.Join('\n', _link.Last["sentences"]!.AsArray().Select(line => (string)line!)), StringComparison.Ordinal);
        Assert.Equal(made, Text((DataFrame)_host["synthetic"]!));
        Assert.Single(LedgerView.Of(ledger).Spends);
    }

    [Fact]
    public async Task Refusals_come_in_words_and_cost_nothing()
    {
        var noDomain = await Refusal(new PanelSettings { Epsilon = 1, Method = "dp-independent" });
        Assert.Contains("domain", noDomain, StringComparison.Ordinal);

        LedgerPlace.Limit(LedgerPlace.Open(_toolkit.Ledger), 0.1, null);
        var overdraft = await Refusal(new PanelSettings { Epsilon = 1, Method = "dp-independent", Domain = "domain.json" });
        Assert.Contains("refused", overdraft, StringComparison.Ordinal);
        Assert.Contains("is left", overdraft, StringComparison.Ordinal);
        Assert.Empty(LedgerView.Of(LedgerPlace.Open(_toolkit.Ledger)).Spends);

        Assert.Contains("height", await Refusal(new PanelSettings { Constraints = ["height > 3"] }), StringComparison.Ordinal);
        Assert.Contains("cannot be learnt by waiting", await Refusal(new PanelSettings { Model = "patient" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows", "many", "rows takes a whole number, 1 to 10000000; it is 'many'.")]
    [InlineData("rows", "0", "rows takes a whole number, 1 to 10000000; it is '0'.")]
    [InlineData("seed", "-1", "seed takes a whole number, 0 to 18446744073709551615; it is '-1'.")]
    [InlineData("sampleSeed", "", "sample seed takes a whole number, 0 to 18446744073709551615; it is ''.")]
    [InlineData("epsilon", "low", "epsilon takes a number; it is 'low'.")]
    [InlineData("epsilon", "0", "epsilon must lie in 1E-06 to 1000.")]
    [InlineData("model", "kopula", "kopula")]
    [InlineData("constraints", "sex = \"F\"", "sex = \"F\" cannot stand in a magic command: write texts in single quotes, and each constraint on one line.")]
    [InlineData("model", null, "The panel sent no text for model.")]
    public async Task What_a_control_cannot_take_is_refused_by_its_name(string name, string? value, string words)
    {
        var request = Generate(new());
        request["settings"]![name] = value;
        await _link.Ask(Panel(), request);

        Assert.Equal("refused", (string?)_link.Last["kind"]);
        Assert.Contains(words, (string?)_link.Last["text"], StringComparison.Ordinal);
        Assert.False(_host.TryGet("synthetic", out _));
    }

    [Fact]
    public async Task Private_releases_take_no_constraints() =>
        Assert.Contains("takes no constraints", await Refusal(new PanelSettings { Epsilon = 1 }, constraints: "age >= 18"), StringComparison.Ordinal);

    [Fact]
    public async Task A_stop_leaves_the_variable_as_it_was()
    {
        _host["synthetic"] = 1;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var request = Generate(new() { Model = "patient" });
        request["settings"]!["model"] = "patient";
        await stop.CancelAsync();
        await _link.Ask(Panel(), request, stop.Token);

        Assert.StartsWith("Stopped; synthetic is as it was before.", (string?)_link.Last["text"], StringComparison.Ordinal);
        Assert.Equal(1, _host["synthetic"]);
    }

    [Fact]
    public async Task What_is_no_request_of_a_panel_is_answered_too()
    {
        foreach (var request in new object[] { new { }, new { @do = 3 }, new { @do = "page" }, new { @do = "generate" }, new { @do = "generate", settings = 1 } })
        {
            await _link.Ask(Panel(), request);
            Assert.Equal("refused", (string?)_link.Last["kind"]);
        }
    }

    [Fact]
    public void A_panel_needs_a_variable()
    {
        var table = Table();
        Assert.Equal(["#!fit table --model copula --seed 0 --as synthetic_model", "#!sample synthetic_model --rows 1000 --seed 0 --as synthetic"], table.Panel().Commands);
        Assert.Contains("give the table one first", Assert.Throws<ArgumentException>(() => Table().Panel()).Message, StringComparison.Ordinal);
        Assert.Contains("no variable", Assert.Throws<ArgumentException>(() => table.Panel("a b")).Message, StringComparison.Ordinal);
        Assert.Contains("not private", Assert.Throws<ArgumentException>(() => table.Panel(settings: new() { Method = "copula" })).Message, StringComparison.Ordinal);
    }

    private ParameterPanel Panel() => new("patients", "synthetic", Table(), new(), _toolkit);

    private async Task<string> Refusal(PanelSettings settings, string? constraints = null)
    {
        var request = Generate(settings);
        if (constraints is not null) request["settings"]!["constraints"] = constraints;
        await _link.Ask(Panel(), request);
        Assert.Equal("refused", (string?)_link.Last["kind"]);
        return (string)_link.Last["text"]!;
    }

    // As the script sends them: texts, as they stand in the controls.
    private JsonObject Generate(PanelSettings settings)
    {
        var facts = new ParameterPanel("patients", "synthetic", Table(), settings with { Model = settings.Model == "kopula" ? "copula" : settings.Model }, _toolkit).Facts();
        return new() { ["do"] = "generate", ["settings"] = facts["settings"]!.DeepClone() };
    }

    private static string Text(DataFrame table)
    {
        using var stream = new MemoryStream();
        table.SaveCsv(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static DataFrame Table()
    {
        var random = new SplitRandom(5);
        return new DataFrame(
            TextColumn.Of("sex", Enumerable.Range(0, 300).Select(_ => random.NextBelow(2) == 0 ? "F" : "M")),
            new Int64Column("age", Enumerable.Range(0, 300).Select(_ => (long)(20 + random.NextBelow(60))).ToArray())).WithOrigin(DataOrigin.Real);
    }
}
