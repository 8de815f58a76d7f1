using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Notebooks.Tests.Hosting;
using SynthNotebooks.Notebooks.Tests.Magics;

namespace SynthNotebooks.Notebooks.Tests.Releases;

public sealed class PrivateFitTests : IDisposable
{
    private const string Domain = """{"a": 3, "b": 3, "c": 2}""";
    private const string Fit = "#!fit codes --model mst --epsilon 1 --delta 1e-9 --domain domain.json --ledger ledger --quiet --as ";
    private readonly Notebook _notebook = new();

    private FakeHost Host => _notebook.Host;

    private LedgerView Spent => LedgerView.Of(LedgerPlace.Open(_notebook.PathOf("ledger")));

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task An_identical_fit_is_answered_from_the_ledger_with_the_same_model_and_the_same_outputs()
    {
        await Load();
        var before = Host.Shown.Count;
        await _notebook.Run(Fit + "m");
        var (first, shown) = (Saved("m"), Shown(before));
        before = Host.Shown.Count;

        await _notebook.Run(Fit + "m");

        Assert.Single(Spent.Spends);
        Assert.Equal(first, Saved("m"));
        Assert.Equal(shown, Shown(before));
        Assert.Contains("without a new charge", shown, StringComparison.Ordinal);
        Assert.True(((IPrivateRelease)Host["m"]!).IsPrivate);
        Assert.Equal(((IFittedGenerator)Host["m"]!).Sample(50).ToString(), ((IFittedGenerator)Host["m"]!).Sample(50).ToString());
    }

    [Fact]
    public async Task What_does_not_enter_a_private_fit_does_not_make_another_request()
    {
        await Load();
        await _notebook.Run(Fit + "m");
        var first = Saved("m");
        File.WriteAllText(_notebook.PathOf("elsewhere.json"), Domain.Replace(" ", "\n  ", StringComparison.Ordinal));

        await _notebook.Run(Fit + "n --seed 9 --min-count 2");
        await _notebook.Run(Fit.Replace("domain.json", "elsewhere.json", StringComparison.Ordinal) + "o");
        await _notebook.Run(Fit + "p --iterations 3000"); // the default, spelled out

        Assert.Single(Spent.Spends);
        Assert.All(["n", "o", "p"], name => Assert.Equal(first, Saved(name)));
    }

    [Theory]
    [InlineData("--epsilon 1", "--epsilon 1.25")]
    [InlineData("--delta 1e-9", "--delta 1e-8")]
    [InlineData("--model mst", "--model dp-independent")]
    [InlineData("--model mst", "--model mst --iterations 500")]
    [InlineData("--model mst", "--model mst --constraints \"a <= b\"")]
    [InlineData("domain.json", "wider.json")]
    [InlineData("codes", "others")]
    public async Task Another_request_is_charged(string from, string to)
    {
        await Load();
        File.WriteAllText(_notebook.PathOf("wider.json"), """{"a": 4, "b": 3, "c": 2}""");
        await _notebook.Run("#!load others.csv --as others");
        await _notebook.Run(Fit + "m");
        var first = Saved("m");

        await _notebook.Run(Fit.Replace(from, to, StringComparison.Ordinal) + "n");

        Assert.Equal(2, Spent.Spends.Count);
        Assert.NotEqual(first, Saved("n"));
    }

    [Fact]
    public async Task A_seeded_fit_is_not_charged_and_not_stored()
    {
        await Load();

        await _notebook.Run(Fit + "m --insecure-seed 3");

        Assert.False(Directory.Exists(_notebook.PathOf("ledger")));
        Assert.False(((IPrivateRelease)Host["m"]!).IsPrivate);
        Assert.DoesNotContain("ledger, which was charged", Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_model_is_no_release_on_the_shelf_and_the_other_way_round()
    {
        await Load();
        await _notebook.Run(Fit + "m");
        await _notebook.Run(Fit.Replace("#!fit", "#!dp", StringComparison.Ordinal).Replace("--model", "--method", StringComparison.Ordinal) + "table");

        Assert.Equal(2, Spent.Spends.Count);
        var shelf = ReleaseShelf.Of(LedgerPlace.Open(_notebook.PathOf("ledger")), (DataFrame)Host["codes"]!);

        Assert.Single(shelf.Releases);
    }

    [Fact]
    public async Task The_verb_is_charged_once_too_for_texts_and_for_a_generator()
    {
        await Load();
        var toolkit = new Toolkit { Ledger = _notebook.PathOf("ledger") };
        var (table, path) = ((DataFrame)Host["codes"]!, _notebook.PathOf("domain.json"));
        IGenerator byRecord = new MstGenerator(new(1, Domain: path));

        var first = table.Fit(toolkit, null, byRecord, 0, 5, null, null, false, CancellationToken.None);
        var second = table.Fit(toolkit, null, TableVerbs.Generator(toolkit, "mst", new Dictionary<string, string> { ["domain"] = path, ["epsilon"] = "1" }, file => file), 4, 5, null, null, false, CancellationToken.None);

        Assert.Single(Spent.Spends);
        Assert.Equal((false, true), (first.Private!.FromLedger, second.Private!.FromLedger));
        Assert.Equal(Bytes(first.Model), Bytes(second.Model));
    }

    [Fact]
    public async Task An_overdraft_is_refused_but_what_is_stored_stays_at_hand()
    {
        await Load();
        await _notebook.Run(Fit + "m");
        await _notebook.Run("#!budget --ledger ledger --limit 0.01");

        await _notebook.Run(Fit + "again");
        var text = await _notebook.Fail(Fit.Replace("--epsilon 1", "--epsilon 2", StringComparison.Ordinal) + "other");

        Assert.Contains("refused", text, StringComparison.Ordinal);
        Assert.Single(Spent.Spends);
        Assert.Equal(Saved("m"), Saved("again"));
    }

    [Fact]
    public async Task A_stored_model_that_was_changed_outside_is_noticed()
    {
        await Load();
        await _notebook.Run(Fit + "m");
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_notebook.PathOf("ledger"), "releases")));
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Contains("not what was written", await _notebook.Fail(Fit + "n"), StringComparison.Ordinal);
    }

    private string Shown(int from = 0) => string.Join("\n", Host.Shown.Skip(from).Select(shown => shown switch
    {
        Note note => note.Text,
        Notebooks.Models.ModelCard card => new ModelCardDisplay().Format(card, MimeTypes.Text),
        _ => shown?.ToString(),
    }));

    private byte[] Saved(string variable) => Bytes((IFittedGenerator)Host[variable]!);

    private static byte[] Bytes(IFittedGenerator model)
    {
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);
        return file.ToArray();
    }

    private async Task Load()
    {
        foreach (var (name, step) in new[] { ("codes", 7), ("others", 11) })
            File.WriteAllText(_notebook.PathOf(name + ".csv"), "a,b,c\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"{row % 3},{row * step % 5 / 2},{row % 2}\n")));
        File.WriteAllText(_notebook.PathOf("domain.json"), Domain);
        await _notebook.Run("#!load codes.csv --as codes");
    }
}
