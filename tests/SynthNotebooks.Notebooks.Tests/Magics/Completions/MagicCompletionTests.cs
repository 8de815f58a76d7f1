using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Magics;

public class MagicCompletionTests : IDisposable
{
    private static readonly MagicCatalog Catalog = new(Toolkit.Default);

    private readonly FakeHost _host;
    private readonly string _folder = Directory.CreateTempSubdirectory("completion").FullName;

    public MagicCompletionTests()
    {
        foreach (var file in new[] { "patients.csv", "my visits.csv", "m.synth", "notes.md", ".hidden.csv" }) File.WriteAllText(Path.Combine(_folder, file), "");
        Directory.CreateDirectory(Path.Combine(_folder, "more"));
        _host = new FakeHost { WorkingDirectory = _folder, ["path"] = "patients.csv", ["count"] = 3 };
        _host["patients"] = new DataFrame(new Int64Column("age", new long[] { 1, 2 }), TextColumn.Of("home town", ["a", "b"]), TextColumn.Of("agent", ["a", "b"]));
        _host["m"] = ((DataFrame)_host["patients"]!).Fit("independent");
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_name_from_data_is_offered_only_where_it_can_end_neither_its_quotes_nor_its_line()
    {
        var offered = 0;
        foreach (var payload in Payloads.All.Concat(["@count", "--seed", "-1", "{}", "[\"a\"]", "[a]", "a,b", "home town", "x\nSystem.Environment.Exit(1);", "a\" --out \"b"]))
        {
            _host["nasty"] = new DataFrame(TextColumn.Of(payload, ["a", "b"]), new Int64Column("age", new long[] { 1, 2 }));
            const string Line = " nasty --train nasty --target ";
            foreach (var item in Catalog["#!dashboard"].Complete(Line, Line.Length, _host, _folder).Items.Where(item => item.Kind == "column" && item.Text != "age"))
            {
                offered++;
                Assert.Equal(payload, Assert.Single(MagicTokenizer.Read(item.Text)).Text);
                ShownMarkup.Text(item.Text);
                Assert.DoesNotContain('\n', item.Text);
            }
        }
        Assert.True(offered > 10);
    }

    // The caret stands at the bar; what is offered replaces the text from the hat on.
    public static TheoryData<string, string> Table => new()
    {
        { "#!fit p|", "patients" },
        { "#!fit m|", "" },
        { "#!fit patients --mo|", "--model" },
        { "#!fit patients --model cop|", "copula" },
        { "#!fit patients --model copula --cl|", "--classes" },
        { "#!fit patients --model independent --cl|", "" },
        { "#!fit patients --seed 1 --see|", "" },
        { "#!sample |", "m --as --rows --seed --where --rebalance --replace --data --tries --quiet --help" },
        { "#!sample m --where \"a|", "\"age\" \"agent\"" },
        { "#!sample m --where \"age > 3 and ag|", "\"age > 3 and age\" \"age > 3 and agent\"" },
        { "#!sample m --where \"`|", "\"`home town`\"" },
        { "#!sample m --rows @c|", "@count" },
        { "#!anonymise patients --quasi age,|", "\"age,home town\" age,agent" },
        { "#!anonymise patients --quasi age,ag|", "age,agent" },
        { "#!attack patients --attack dcr,nn|", "dcr,nndr" },
        { "#!attack patients --attack dcr,dcr|", "dcr,dcr-difference" },
        { "#!schema patients --set a|", "age= agent=" },
        { "#!schema patients --set age=ca|", "age=category" },
        { "#!schema patients --set age=category,agent=free|", "age=category,agent=free-text" },
        { "#!dashboard patients --train patients --target h|", "\"home town\"" },
        { "#!dashboard patients --t|", "--train --target" },
        { "#!load p|", "patients.csv" },
        { "#!load \"my|", "\"my visits.csv\"" },
        { "#!load m|", "more/ \"my visits.csv\"" },
        { "#!open m|", "m.synth more/" },
        { "#!load nowhere/|", "" },
        { "#!load patients.csv --header t|", "true" },
        { "#!simulate h|", "healthcare" },
    };

    [Theory, MemberData(nameof(Table))]
    public void What_fits_is_offered(string line, string expected)
    {
        var name = line[..line.IndexOf(' ', StringComparison.Ordinal)];
        var arguments = line[name.Length..];
        var caret = arguments.IndexOf('|', StringComparison.Ordinal);

        var found = Catalog[name].Complete(arguments.Remove(caret, 1), caret, _host, _folder);

        Assert.Equal(expected, string.Join(" ", found.Items.Select(item => item.Text)));
        Assert.Equal(caret, found.End);
    }

    [Fact]
    public void What_is_offered_replaces_the_word_before_the_caret()
    {
        var found = Catalog["#!fit"].Complete(" patients --mo --as x", 14, _host, _folder);

        Assert.Equal((10, 14), (found.Start, found.End));
        Assert.Equal("--model", found.Items.Single().Text);
    }
}
