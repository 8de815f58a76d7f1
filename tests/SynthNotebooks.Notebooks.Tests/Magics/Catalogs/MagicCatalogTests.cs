using System.Reflection;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Magics;

public class MagicCatalogTests
{
    private static readonly MagicCatalog Catalog = new(Toolkit.Default);

    public static TheoryData<string> Names => [.. Catalog.Commands.Select(command => command.Magic.Name)];

    [Fact]
    public void Every_magic_of_the_design_is_there() => Assert.Superset(
        new HashSet<string> { "#!dashboard", "#!fit", "#!load", "#!metrics", "#!models", "#!open", "#!sample", "#!save", "#!schema", "#!simulate", "#!split" },
        Catalog.Commands.Select(command => command.Magic.Name).ToHashSet());

    [Theory, MemberData(nameof(Names))]
    public void The_example_is_read_by_the_magic_itself(string name)
    {
        var magic = Catalog[name].Magic;

        Assert.StartsWith(name, magic.Example, StringComparison.Ordinal);
        MagicArguments.Parse(magic.Example[name.Length..], magic);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_option_is_explained_in_one_line_and_ends_with_a_full_stop(string name) =>
        Assert.All(Catalog[name].Magic.Parameters, parameter => Assert.Matches(@"^[^\n]{4,}\.$", parameter.Documentation));

    [Theory, MemberData(nameof(Names))]
    public void No_option_of_a_model_is_hidden_by_one_of_the_magic(string name)
    {
        var magic = Catalog[name].Magic;

        string[] handedOn = ["seconds"]; // #!fit gives its own to models that have one
        Assert.Empty(magic.PassThrough.Select(option => option.Name).Intersect(magic.Parameters.Select(parameter => parameter.Name)).Except(handedOn));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Help_is_shown_whatever_else_the_line_says(string name)
    {
        var host = new FakeHost();
        await Catalog[name].RunAsync("--help --nonsense", host, CancellationToken.None);

        Assert.Equal(Catalog[name].Help, Assert.IsType<MagicHelp>(host.Shown.Single()).ToString());
    }

    [Fact]
    public void Help_tells_usage_options_ranges_defaults_and_an_example() => Assert.Equal(
        """
        #!split: Set rows of a table aside that no model is fitted on, for fair comparisons and attacks.

        Usage: #!split data --as VALUE --holdout VALUE [--share VALUE] [--stratify VALUE] [--seed VALUE]

          data        Variable that holds the table. [a text; required]
          --as        Variable that will hold the rows to fit on. [a name for a variable; required]
          --holdout   Variable that will hold the rows set aside. [a name for a variable; required]
          --share     Share of the rows set aside, above 0 and below 1. [a number, 0 to 1; default 0.25]
          --stratify  Column whose values are set aside in proportion. [a text]
          --seed      The same seed sets the same rows aside. [a whole number; default 0]

        Example: #!split patients --as train --holdout holdout --share .25

        """.ReplaceLineEndings("\n"),
        Catalog["#!split"].Help);

    [Fact]
    public void Help_of_fit_lists_the_options_of_each_model()
    {
        var help = Catalog["#!fit"].Help;

        Assert.Contains("With --model copula:\n  --classes", help, StringComparison.Ordinal);
        Assert.Contains("[a whole number, 2 to 64; default 16]", help, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_magic_names_the_nearest() => Assert.StartsWith(
        "There is no magic '#!smaple'. Did you mean '#!sample'?",
        Assert.Throws<MagicException>(() => Catalog["#!smaple"]).Message, StringComparison.Ordinal);

    [Fact]
    public void The_reference_page_equals_the_catalog()
    {
        var file = Path.Combine(RepositoryRoot(), "docs", "magics.md");
        var expected = MagicReference.Markdown(Catalog);
        if (Environment.GetEnvironmentVariable("SYNTHNB_ACCEPT") == "1") File.WriteAllText(file, expected);

        Assert.Equal(expected, File.ReadAllText(file)); // SYNTHNB_ACCEPT=1 writes the page anew
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SynthNotebooks.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("SynthNotebooks.sln is in no parent folder.");
        return folder.FullName;
    }
}
