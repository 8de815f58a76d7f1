using System.Data;
using System.Reflection;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Packages;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Formatting;

/// <summary>Everything in the kernel that makes a display, markup or an error, found by what it returns and by the markup in its code, with texts that try to act.</summary>
public sealed class KernelPayloadTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // What each shows of a payload: displays, or errors.
    private static readonly Dictionary<Type, Func<string, IEnumerable<object>>> Samples = new()
    {
        [typeof(StockDisplay)] = payload => [StockDisplay.Preformatted(payload), StockDisplay.Of((payload, 1))!, StockDisplay.Of(new[] { payload })!],
        [typeof(ExceptionDisplay)] = payload => [ExceptionDisplay.Of(new InvalidOperationException(payload, new ArgumentException(payload)))],
        [typeof(DataTableDisplay)] = payload => [DataTableDisplay.Of(Table(payload))],
        [typeof(DictionaryDisplay)] = payload => [DictionaryDisplay.Of(new Dictionary<string, object> { [payload] = payload, ["list"] = new[] { payload } })!],
        [typeof(GridDisplay)] = payload => [GridDisplay.Of(new[,] { { payload, "x" }, { "y", payload } })],
        [typeof(JsonDisplay)] = payload => [JsonDisplay.Of(new JsonObject { [payload.Replace("\ud800", "", StringComparison.Ordinal)] = payload })],
        [typeof(ObjectDisplay)] = payload => [ObjectDisplay.Of(new { Member = payload, Inner = new { Deep = payload, List = new[] { payload } }, Table = new Dictionary<string, object> { [payload] = payload } })!, ObjectDisplay.Of(new Lazy<string>(() => payload))!, ObjectDisplay.Of(new Fails(payload))!],
        [typeof(SequenceDisplay)] = payload => [SequenceDisplay.Of(new[] { payload, payload }), SequenceDisplay.Of(new[] { new Named(payload, 1) }), SequenceDisplay.Of(new object[] { new Named(payload, 1), 2 })],
        [typeof(TaskDisplay)] = payload => [TaskDisplay.Of(Task.FromResult(payload)), TaskDisplay.Of(Task.FromException(new IOException(payload)))],
        [typeof(ValueTable)] = payload => [ValueTable.Of([payload, "b"], [[payload, payload]]), ValueTable.Display([payload], [[CellText.Of(payload)]], payload)],
        [typeof(ValueFormatter)] = payload =>
        [
            .. new object[] { payload, new Named(payload, 1), new { Member = payload, Inner = new { Deep = payload } }, new[] { new { Member = payload } }, new Uri("https://example.org/" + Uri.EscapeDataString(payload.Replace("\ud800", "", StringComparison.Ordinal))), new FileInfo("/" + payload.Replace('\0', ' ')), new System.Text.StringBuilder(payload), new Lazy<string>(() => payload), ("a", payload), new List<object?> { payload, null, new List<string> { payload } }, new InvalidOperationException(payload) }
                .SelectMany(value => new[] { ValueFormatter.Format(value), ValueFormatter.Format(value, "text/html", "text/plain") }),
        ],
        [typeof(ShownText)] = payload => [new StockDisplay($"<td>{ShownText.Html(payload)}</td>", MessageText.Of(payload)), new StockDisplay($"<pre>{ShownText.Preformatted(payload)}</pre>", MessageText.Of(payload))],
        [typeof(ErrorReport)] = payload =>
        [
            .. new Exception[] { new IOException(payload), new DirectiveException(payload), new AggregateException(payload, new IOException(payload), new IOException(payload)) }
                .Select(failure => new ErrorReport(_ => null).Of(failure, CancellationToken.None)),
        ],
    };

    // What makes no text of its own from values, or hands on what another type of the table made.
    private static readonly Dictionary<Type, string> Others = new()
    {
        [typeof(MimeBundle)] = "carries what others made",
        [typeof(CellFunctions)] = "CSS and HTML take markup from the user, who answers for it",
        [typeof(CSharpSession)] = "hands on what errors, displays and inspection made; see the test of inspection",
        [typeof(ICodeSession)] = "declares",
        [typeof(Inspector)] = "see the test of inspection",
        [typeof(NotebookRunResult)] = "carries",
        [typeof(CellError)] = "carries what ErrorReport made",
        [typeof(PackageRestore)] = "writes a project for the compiler, shown nowhere; names and versions are checked when they are read",
        [typeof(CellOutcome)] = "carries",
        [typeof(UserExpressionResult)] = "carries",
        [typeof(TypeNames)] = "names of types, which are C#",
        [typeof(FrameReport)] = "names of methods, which are C#",
        [typeof(FrameNames)] = "names of methods, which are C#",
        [typeof(RecursiveNames)] = "compiler's names",
        [typeof(SubmissionNames)] = "compiler's names",
    };

    private static IReadOnlyList<Type> Found { get; } =
    [
        .. typeof(StockDisplay).Assembly.GetTypes().Where(type => type.Namespace is not null && !type.IsNested && type.GetMethods(Everything).Any(method => Makes(method.ReturnType)))
            .Concat(MarkupLiterals.TypesIn(typeof(StockDisplay).Assembly)).Distinct().Where(type => !type.IsAssignableTo(typeof(IDirective))).OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Renderers => [.. Found.Where(Samples.ContainsKey).Select(type => type.Name)];

    [Fact]
    public void Every_renderer_of_the_kernel_has_a_sample()
    {
        var missing = Found.Except(Samples.Keys).Except(Others.Keys).ToArray();
        Assert.True(missing.Length == 0, $"These make displays, markup or errors: give each a sample of what it shows of a payload. {string.Join(", ", missing.Select(type => type.FullName))}");
        Assert.Empty(Samples.Keys.Except(Found));
    }

    [Theory, MemberData(nameof(Renderers))]
    public void Nothing_from_a_value_acts(string renderer)
    {
        var sample = Samples[Found.Single(type => type.Name == renderer)];
        var plain = sample("plain").ToArray();
        foreach (var payload in Payloads.All) Assert.All(sample(payload).Zip(plain), pair => Check(pair.First, pair.Second));
    }

    [Fact]
    public async Task Nothing_in_the_arguments_of_a_magic_acts_in_its_error_or_its_display()
    {
        IDirective[] directives = [.. BuiltInDirectives.Of(null!)];
        Assert.Empty(typeof(IDirective).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IDirective))).Except(directives.Select(one => one.GetType())));
        await using var notebook = new Notebook();
        foreach (var name in directives.Select(directive => directive.Name).Distinct())
        {
            foreach (var payload in Payloads.All.Select(Payloads.Argument))
            {
                var output = await notebook.TryAsync($"{name} \"{payload}\"");
                if (notebook.Outcome.Error is { } error) Check(error, error);
                foreach (var (shown, _) in output.Displays) Check(shown, shown);
            }
        }
    }

    [Fact]
    public async Task Nothing_in_a_variable_acts_in_lists_of_variables_and_in_inspection()
    {
        foreach (var payload in Payloads.All.Where(payload => payload != "lone \ud800 half"))
        {
            await using var notebook = new Notebook();
            await notebook.Session.Variables.SetAsync("text", payload, typeof(string));
            var plain = new Notebook();
            await plain.Session.Variables.SetAsync("text", "plain", typeof(string));
            var (shown, harmless) = (await notebook.RunAsync("#!whos\n#!who"), await plain.RunAsync("#!whos\n#!who"));

            Assert.All(shown.Displays.Zip(harmless.Displays), pair => Check(pair.First.Data, pair.Second.Data));
            if (await notebook.Session.InspectAsync("text", 2, CancellationToken.None) is { } told) ShownMarkup.Text(told.Data["text/plain"].GetValue<string>());
            await plain.DisposeAsync();
        }
    }

    private static void Check(object shown, object plain)
    {
        switch (shown, plain)
        {
            case (StockDisplay display, StockDisplay harmless):
                ShownMarkup.Check(display.Html, harmless.Html);
                ShownMarkup.Text(display.Text);
                break;
            case (MimeBundle bundle, MimeBundle harmless):
                if (bundle.Data.TryGetValue("text/html", out var html)) ShownMarkup.Check(html.GetValue<string>(), harmless.Data["text/html"].GetValue<string>());
                if (bundle.Data.TryGetValue("text/plain", out var text)) ShownMarkup.Text(text.GetValue<string>());
                break;
            case (CellError error, _):
                ShownMarkup.Text(error.Name);
                ShownMarkup.Text(error.Message);
                Assert.DoesNotContain('\n', error.Message);
                Assert.All(error.Traceback, ShownMarkup.Text);
                break;
            default:
                Assert.Fail($"{shown.GetType()} is not known here.");
                break;
        }
    }

    private static bool Makes(Type type) => type == typeof(StockDisplay) || type == typeof(MimeBundle) || type == typeof(CellError) || (type.IsGenericType && type.GetGenericArguments().Any(Makes));

    private static DataTable Table(string payload)
    {
        var table = new DataTable();
        table.Columns.Add(payload);
        table.Columns.Add("n", typeof(int));
        table.Rows.Add(payload, 1);
        return table;
    }

    private sealed class Fails(string message)
    {
        public string Bad => throw new IOException(message);

        public override string ToString() => "it says " + message;
    }

    private sealed record Named(string Name, int Count);
}
