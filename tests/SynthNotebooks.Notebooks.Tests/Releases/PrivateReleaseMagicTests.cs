using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Models;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Notebooks.Tests.Hosting;
using SynthNotebooks.Notebooks.Tests.Magics;

namespace SynthNotebooks.Notebooks.Tests.Releases;

public sealed class PrivateReleaseMagicTests : IDisposable
{
    private const string Release = "#!dp codes --method mst --epsilon 1 --delta 1e-9 --domain domain.json --ledger ledger --quiet --as ";
    private readonly Notebook _notebook = new();

    private FakeHost Host => _notebook.Host;

    private LedgerView Spent => LedgerView.Of(LedgerPlace.Open(_notebook.PathOf("ledger")));

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task A_release_is_charged_once_and_answered_free_from_then_on()
    {
        await Load();

        await _notebook.Run(Release + "first");
        await _notebook.Run(Release + "again");

        var spend = Assert.Single(Spent.Spends);
        Assert.Contains("mst", spend.Purpose, StringComparison.Ordinal);
        Assert.True(Spent.Total > 0);
        Assert.Equal(Text("first"), Text("again"));
        Assert.Matches(@"^\d+ rows, \(1, 1E-09\)-DP", Said("first"));
        Assert.Equal(Said("first"), Said("again")); // a notebook that was saved at its first run verifies
        await _notebook.Run(Release.Replace("--epsilon 1", "--epsilon 1.5", StringComparison.Ordinal) + "other");
        Assert.Equal(2, Spent.Spends.Count); // another order is another release
    }

    [Fact]
    public async Task Another_notebook_with_the_same_ledger_gets_the_stored_release()
    {
        await Load();
        await _notebook.Run(Release + "first");
        using var other = new Notebook();
        File.Copy(_notebook.PathOf("codes.csv"), other.PathOf("codes.csv"));
        File.Copy(_notebook.PathOf("domain.json"), other.PathOf("domain.json"));
        await other.Run("#!load codes.csv --as codes");

        await other.Run(Release.Replace("--ledger ledger", $"--ledger {_notebook.PathOf("ledger")}", StringComparison.Ordinal) + "mine");

        Assert.Single(Spent.Spends);
        Assert.Equal(Text("first"), Csv((DataFrame)other.Host["mine"]!));
    }

    [Fact]
    public async Task An_overdraft_is_refused_in_words_and_spends_nothing()
    {
        await Load();
        await _notebook.Run("#!budget --ledger ledger --limit 0.5 --total 2");
        Assert.DoesNotContain(Host.Shown, shown => shown is Note note && note.Text.Contains("No limits", StringComparison.Ordinal));

        var text = await _notebook.Fail(Release + "first");

        Assert.Contains("0.5", text, StringComparison.Ordinal);
        Assert.Empty(Spent.Spends);
        await _notebook.Run("#!budget --ledger ledger --limit 3 --total 3");
        await _notebook.Run(Release + "first");
        Assert.Single(Spent.Spends);
    }

    [Fact]
    public async Task A_ledger_without_limits_of_its_own_says_so_and_shows_its_figure()
    {
        await Load();
        await _notebook.Run(Release + "first");
        Assert.Contains(Host.Shown, shown => shown is Note note && new NoteDisplay().Format(note, MimeTypes.Text).Contains("No limits are set", StringComparison.Ordinal));

        await _notebook.Run("#!budget --ledger ledger");

        Assert.Contains(Host.Shown, shown => shown is LedgerFigure);
        Assert.NotEqual(0, LedgerPlace.DefaultsNote(LedgerPlace.Open(_notebook.PathOf("ledger")))!.Length);
        await _notebook.Run("#!budget --ledger ledger --limit 5");
        Assert.Null(LedgerPlace.DefaultsNote(LedgerPlace.Open(_notebook.PathOf("ledger"))));
    }

    [Theory]
    [InlineData("--ledger ledger", "(1, 1E-06)-DP for adding or removing one record; the ledger has the charge", false)]
    [InlineData("--insecure-seed 5", "NON-PRIVATE: noise from the insecure seed 5; no claim holds", true)]
    public async Task The_card_of_a_private_model_states_its_claim_and_samples_of_a_seeded_one_say_that_none_holds(string noise, string claim, bool told)
    {
        await Load();

        await _notebook.Run($"#!fit codes --model dp-independent --epsilon 1 --delta 1e-6 --domain {_notebook.PathOf("domain.json")} {noise} --quiet --as m");
        var card = new ModelCardDisplay().Format(Host.Shown.OfType<ModelCard>().Single(), MimeTypes.Text);
        await _notebook.Run("#!sample m --rows 5 --quiet --as s");

        Assert.Contains(claim, card, StringComparison.Ordinal);
        Assert.Equal(told, Host.Shown.OfType<Note>().Any(note => note.Text.StartsWith("NON-PRIVATE", StringComparison.Ordinal)));
    }

    private string Said(string variable) => Host.Shown.OfType<string>().Single(text => text.StartsWith(variable + ": ", StringComparison.Ordinal))[(variable.Length + 2)..];

    private string Text(string variable) => Csv((DataFrame)Host[variable]!);

    private static string Csv(DataFrame table)
    {
        using var stream = new MemoryStream();
        table.SaveCsv(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private async Task Load()
    {
        File.WriteAllText(_notebook.PathOf("codes.csv"), "a,b,c\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"{row % 3},{row * 7 % 5 / 2},{row % 2}\n")));
        File.WriteAllText(_notebook.PathOf("domain.json"), """{"a": 3, "b": 3, "c": 2}""");
        await _notebook.Run("#!load codes.csv --as codes");
    }
}
