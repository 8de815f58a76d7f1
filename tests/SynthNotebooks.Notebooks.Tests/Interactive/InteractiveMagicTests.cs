using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Interactive;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Tests.Interactive;

public sealed class InteractiveMagicTests
{
    private readonly List<(string Name, Type Type, object? Value)> _variables = [];
    private readonly List<List<object>> _shown = [];
    private readonly IReadOnlyList<InteractiveMagic> _magics;

    public InteractiveMagicTests()
    {
        var rows = Enumerable.Range(0, 60);
        var table = new DataFrame(new Int64Column("age", rows.Select(i => 20L + i % 30).ToArray()), new TextColumn("sex", rows.Select(i => i % 2).ToArray(), ["f", "m"]));
        _variables.Add(("patients", typeof(DataFrame), table));
        _magics = InteractiveMagic.All(new InteractiveKernel(() => _variables, (name, value, type) =>
        {
            _variables.Add((name, type, value));
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public void Every_magic_of_the_catalog_is_offered() =>
        Assert.Equal(new MagicCatalog(Toolkit.Default).Commands.Select(command => command.Magic.Name), _magics.Select(magic => magic.Name));

    // The other kernel throws at a name that comes twice and at a second option that may stand without its name.
    [Fact]
    public void No_magic_names_an_option_twice_or_has_two_positional_ones() => Assert.All(_magics, magic =>
    {
        Assert.Distinct(magic.Options.Select(option => option.Name));
        Assert.All(magic.Options, option => Assert.StartsWith("--", option.Name, StringComparison.Ordinal));
        Assert.True(magic.Options.Count(option => option.IsPositional) <= 1, magic.Name);
        Assert.Contains(magic.Options, option => option is { Name: "--help", IsFlag: true });
    });

    [Fact]
    public void Options_of_the_magic_and_of_its_models_are_described()
    {
        var fit = Magic("#!fit");

        Assert.Contains("Required.", fit.Options.Single(option => option.Name == "--model").Description, StringComparison.Ordinal);
        Assert.True(fit.Options.Single(option => option.Name == "--data").IsPositional);
        Assert.True(fit.Options.Single(option => option.Name == "--quiet").IsFlag);
        Assert.Contains("gmm", fit.Options.Single(option => option.Name == "--components").Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_runs_sets_its_variable_and_updates_one_display()
    {
        Assert.Null(await RunAsync("Directive: #!fit patients --model independent --as m"));

        var (_, type, value) = _variables.Single(variable => variable.Name == "m");
        Assert.Equal(typeof(IFittedGenerator), type);
        Assert.IsType<IFittedGenerator>(value, exactMatch: false);
        var progress = Assert.Single(_shown);
        Assert.True(progress.Count >= 2, "the result stands in place of the progress");
    }

    [Fact]
    public async Task The_last_declaration_of_a_name_counts()
    {
        _variables.Add(("patients", typeof(string), "no table"));

        Assert.Contains("is a string", await RunAsync("#!fit patients --model independent --as m"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!fit patients --model nonsense --as m", "nonsense")]
    [InlineData("#!fit nobody --model independent --as m", "nobody")]
    [InlineData("#!fit patients --model=independent --as m", "space instead of '='")]
    [InlineData("#!fit patients", "--model")]
    public async Task What_a_user_can_mend_comes_back_as_a_message_and_sets_nothing(string line, string named)
    {
        var message = await RunAsync(line);

        Assert.StartsWith("#!fit: ", message, StringComparison.Ordinal);
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.DoesNotContain(_variables, variable => variable.Name == "m");
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_nothing_and_sets_nothing()
    {
        var shown = await Magic("#!fit").RunAsync("#!fit patients --model independent --as m", Display, new CancellationToken(canceled: true));

        Assert.Null(shown);
        Assert.DoesNotContain(_variables, variable => variable.Name == "m");
    }

    [Fact]
    public void Values_follow_what_the_line_says_before_the_cursor()
    {
        var fit = Magic("#!fit");
        var dashboard = Magic("#!dashboard");
        const string cell = "var x = 1;\n#!dashboard patients --train patients --target ";

        Assert.Equal(Toolkit.Default.Models.Ids, Texts(fit.Values(Option(fit, "--model"))));
        Assert.Equal(["copula"], Texts(fit.Values(Option(fit, "--model"), "#!fit patients --model copu", 0, 27)));
        Assert.Equal(["patients"], Texts(fit.Values(Option(fit, "--data"), "#!fit ", 0, 6)));
        Assert.Equal(["age", "sex"], Texts(dashboard.Values(Option(dashboard, "--target"), cell, 1, 48)));
    }

    [Theory, InlineData(null, 0, 0), InlineData("", 0, 0), InlineData("#!fit", 0, 99), InlineData("#!fit \"", -1, 7), InlineData("#!fi", 0, 2), InlineData("#!fit [\"", 0, 8)]
    public void No_cursor_makes_completion_fail(string? cell, int line, int character) =>
        Assert.All(_magics, magic => Assert.All(magic.Options, option => Assert.NotNull(magic.Values(option, cell, line, character))));

    private InteractiveMagic Magic(string name) => _magics.Single(magic => magic.Name == name);

    private static InteractiveOption Option(InteractiveMagic magic, string name) => magic.Options.Single(option => option.Name == name);

    private static IEnumerable<string> Texts(IEnumerable<MagicCompletion> items) => items.Select(item => item.Text);

    private Task<string?> RunAsync(string line) => Magic("#!fit").RunAsync(line, Display, CancellationToken.None);

    private Action<object> Display(object value)
    {
        List<object> output = [value];
        lock (_shown) _shown.Add(output);
        return update =>
        {
            lock (output) output.Add(update);
        };
    }
}
