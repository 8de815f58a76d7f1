using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Tests.Releases;

public sealed class ReleaseShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shelf").FullName;
    private readonly DataFrame _real = new DataFrame(new Int64Column("a", Enumerable.Range(0, 200).Select(row => (long)(row % 4)).ToArray())).WithOrigin(DataOrigin.Real);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Stored_releases_are_found_with_their_scores_and_nothing_is_spent()
    {
        var ledger = LedgerPlace.Open(_folder);
        foreach (var epsilon in new[] { 2, 0.5 }) Release(ledger, _real, epsilon);
        var other = new DataFrame(new Int64Column("a", new long[] { 1, 2, 3 }));
        var before = ledger.Entries().Count;

        var shelf = ReleaseShelf.Of(ledger, _real);

        Assert.Equal([0.5, 2], shelf.Releases.Select(release => release.Epsilon));
        Assert.Equal(before, ledger.Entries().Count);
        Assert.All(shelf.Releases, release =>
        {
            Assert.Equal("dp-independent", release.Scores.Release.Method);
            Assert.Equal(60, release.Scores.Release.Table.Rows.Count);
            Assert.Equal(Evaluator.Fidelity(_real, release.Scores.Release.Table).Quality, release.Scores.Scores[0].Scores.Quality);
        });
        Assert.Contains("stored no release of this table;", Assert.Throws<ArgumentException>(() => ReleaseShelf.Of(ledger, other)).Message, StringComparison.Ordinal);
        Assert.Contains("by mst", Assert.Throws<ArgumentException>(() => ReleaseShelf.Of(ledger, _real, "mst")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_release_can_be_unfolded_without_scripts()
    {
        var ledger = LedgerPlace.Open(_folder);
        Release(ledger, _real, 1);
        Release(ledger, _real, 2);

        var html = new ReleaseShelfDisplay().Format(ReleaseShelf.Of(ledger, _real), MimeTypes.Html);

        Assert.Equal(3, html.Split("<details>").Length);
        Assert.Contains("<summary>epsilon 1: dp-independent</summary>", html, StringComparison.Ordinal);
    }

    private static void Release(PrivacyLedger ledger, DataFrame real, double epsilon) =>
        PrivateReleases.Get(Toolkit.Default.Models, ledger, real, new PrivateOrder("dp-independent", epsilon, 1e-9) { Domain = """{"a": 4}""", Rows = 60 });
}
