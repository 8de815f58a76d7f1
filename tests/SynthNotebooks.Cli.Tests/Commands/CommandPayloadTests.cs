using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Cli.Commands;
using SynthNotebooks.Cli.Tests.Notebooks;

namespace SynthNotebooks.Cli.Tests.Commands;

/// <summary>Every command of the tool, found by its type, with texts that try to act as names of files, columns and categories: nothing that it prints is obeyed by a terminal.</summary>
[Collection(nameof(NotebookRunTests))] // a run sets the working folder of the process
public sealed class CommandPayloadTests : IDisposable
{
    // Runs that do their work, with the status that each ends with.
    private static readonly Dictionary<Type, Func<CommandPayloadTests, string, IEnumerable<(int Status, string[] Arguments)>>> Samples = new()
    {
        [typeof(ModelsCommand)] = (_, _) => [(0, ["models"]), (0, ["models", "--json"])],
        [typeof(MetricsCommand)] = (_, _) => [(0, ["metrics"]), (0, ["metrics", "--json"])],
        [typeof(AttacksCommand)] = (_, _) => [(0, ["attacks"]), (0, ["attacks", "--json"])],
        [typeof(FitCommand)] = (test, payload) => [test.Fit(payload), (1, ["fit", test.Data(payload), "--model", "independent", "--constraints", test._work.Write("c.txt", payload), "--out", test._work.Path("m.synth")])],
        [typeof(SampleCommand)] = (test, payload) => [test.Fit(payload), (0, ["sample", test.Model(payload), "--rows", "5", "--out", test.File(payload, ".csv")]), (2, ["sample", test.Model(payload), "--rows", "5", "--where", $"[{payload}] = 3", "--out", test.File(payload, ".csv")])],
        [typeof(ImputeCommand)] = (test, payload) => [test.Fit(payload), (0, ["impute", test.Model(payload), test.Data(payload), "--out", test.File(payload, "-filled.csv")])],
        [typeof(DpCommand)] = (test, payload) => [test.Release(payload)],
        [typeof(BudgetCommand)] = (test, payload) => [test.Release(payload), (0, ["budget", "--ledger", test._work.Path("ledger")])],
        [typeof(EvaluateCommand)] = (test, payload) => [(0, ["evaluate", "--train", test.Data(payload), "--synthetic", test.Data(payload), "--holdout", test.Data(payload), "--target", payload, "--html", test.File(payload, ".html")])],
        [typeof(AttackCommand)] = (test, payload) => [(0, ["attack", "--train", test.Data(payload), "--synthetic", test.Data(payload), "--holdout", test.Data(payload), "--attack", "dcr"])],
        [typeof(AuditCommand)] = (test, payload) => [(0, ["audit", "--mechanism", "geometric", "--epsilon", "1", "--trials", "500", "--json", test.File(payload, ".json")])],
        [typeof(SimulateCommand)] = (test, payload) => [(0, ["simulate", "patients", "--rows", "5", "--out", test.File(payload, ".csv")]), (2, ["simulate", test._work.Write("s.yaml", $"scenario: x\ntitle: {JsonSerializer.Serialize(payload)}\nentities:\n  ones:\n    rows: 1\n    attributes: {{age: {{{JsonSerializer.Serialize(payload)}: [0, 1]}}}}"), "--rows", "5", "--out", test._work.Path("world")])],
        [typeof(AnonymiseCommand)] = (test, payload) => [(0, ["anonymise", test.Data(payload), "--k", "2", "--quasi", payload, "--suppress", "1", "--out", test.File(payload, "-safe.csv")])],
        [typeof(DeidentifyCommand)] = (test, payload) => [(0, ["deidentify", test.Data(payload), "--out", test.File(payload, "-clean.csv")])],
        [typeof(RunCommand)] = (test, payload) => [(0, ["run", test.Notebook(payload, "1"), "--out", test.File(payload, "-run.ipynb"), "--html", test.File(payload, ".html")]), (1, ["run", test.Notebook(payload, $"throw new Exception({JsonSerializer.Serialize(payload)});")])],
        [typeof(ConvertCommand)] = (test, payload) => [(0, ["convert", test.Notebook(payload, "1")])],
        [typeof(VerifyCommand)] = (test, payload) => [(1, ["verify", test.Notebook(payload, JsonSerializer.Serialize(payload + "!"))])],
        [typeof(ScanCommand)] = (test, payload) => [(0, ["scan", test.Notebook(payload, "1"), "--real", test.Data(payload)])],
        [typeof(StripRealCommand)] = (test, payload) => [(0, ["strip-real", test.Notebook(payload, "1"), "--real", test.Data(payload)])],
        [typeof(KernelCommand)] = (test, payload) => [(0, ["kernel", "install", "--prefix", test.File(payload, "")]), (0, ["kernel", "list", "--prefix", test.File(payload, "")]), (0, ["kernel", "uninstall", "--prefix", test.File(payload, "")])],
    };

    private readonly Workspace _work = new();
    private readonly string _folder = Environment.CurrentDirectory;

    public static TheoryData<string> Names => [.. Types.Select(type => type.Name)];

    private static Type[] Types { get; } = [.. typeof(Tool).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IToolCommand)) && !type.IsInterface).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public void Dispose()
    {
        Environment.CurrentDirectory = _folder;
        _work.Dispose();
    }

    [Fact]
    public void Every_command_is_offered_and_has_a_sample()
    {
        Assert.Equal(Types, new Tool(TextWriter.Null, TextWriter.Null).Commands.Select(command => command.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
        var missing = Types.Except(Samples.Keys).ToArray();
        Assert.True(missing.Length == 0, $"Give each of these commands a run with the payload in its files and tables: {string.Join(", ", missing.Select(type => type.Name))}");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_in_an_argument_acts_in_what_the_command_says_of_it(string type)
    {
        var name = new Tool(TextWriter.Null, TextWriter.Null).Commands.Single(command => command.GetType().Name == type).Create().Name;
        foreach (var payload in Payloads.OfFiles)
        {
            Check(await Workspace.RunAsync(name, payload));
            Check(await Workspace.RunAsync(name, "--" + payload, payload));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_in_tables_and_names_of_files_acts_in_what_a_command_prints(string type)
    {
        foreach (var payload in new[] { "\u001b[31m\u202e<b>$x$", "\u009b31m\"><img src=x onerror=alert(1)>\u2066" })
        {
            foreach (var (status, arguments) in Samples[Types.Single(found => found.Name == type)](this, payload))
            {
                var done = await Workspace.RunAsync(arguments);
                Assert.True(status == done.Status, $"{string.Join(' ', arguments)}: {done.Status}\n{done.Output}{done.Errors}");
                Check(done);
            }
        }
    }

    [Fact]
    public void Json_is_escaped_so_that_it_can_be_printed_and_read_back()
    {
        foreach (var payload in Payloads.All.Where(payload => payload != "lone \ud800 half"))
        {
            var text = Json.Text(new JsonObject { [payload] = payload });
            ShownMarkup.Text(text);
            Assert.Equal(text.ReplaceLineEndings(), VisibleWriter.Of(text));
            Assert.Equal(payload, JsonNode.Parse(text)![payload]!.GetValue<string>());
        }
    }

    private static void Check((int Status, string Output, string Errors) done)
    {
        ShownMarkup.Text(done.Output);
        ShownMarkup.Text(done.Errors);
    }

    private string File(string payload, string ending) => _work.Path(payload.Replace('/', '|') + ending);

    private string Model(string payload) => File(payload, ".synth");

    private (int Status, string[] Arguments) Fit(string payload) => (0, ["fit", Data(payload), "--model", "independent", "--min-count", "1", "--out", Model(payload)]);

    private (int Status, string[] Arguments) Release(string payload)
    {
        var domain = new JsonObject { [payload] = new JsonObject { ["values"] = new JsonArray(payload, "other") }, ["age"] = new JsonObject { ["min"] = 0, ["max"] = 60, ["decimals"] = 0 } };
        return (0, ["dp", Data(payload), "--method", "dp-independent", "--epsilon", "1", "--delta", "1e-6", "--domain", _work.Write("domain.json", domain.ToJsonString()), "--ledger", _work.Path("ledger"), "--out", File(payload, "-dp.csv")]);
    }

    private string Data(string payload)
    {
        var quoted = $"\"{payload.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return _work.Write(Path.GetFileName(File(payload, ".csv")), $"{quoted},age\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{(row % 2 == 0 ? quoted : "other")},{row}\n")));
    }

    // One cell, whose stored output holds a record of the table.
    private string Notebook(string payload, string code) => _work.Write(Path.GetFileName(File(payload, $" {code.Length}.ipynb")), new JsonObject
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject(),
        ["cells"] = new JsonArray(new JsonObject
        {
            ["id"] = "a",
            ["cell_type"] = "code",
            ["execution_count"] = 1,
            ["metadata"] = new JsonObject(),
            ["source"] = code,
            ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "execute_result", ["execution_count"] = 1, ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/plain"] = string.Join('\n', Enumerable.Range(0, 20).Select(row => $"{payload} {row * 2}")) } }),
        }),
    }.ToJsonString());
}
