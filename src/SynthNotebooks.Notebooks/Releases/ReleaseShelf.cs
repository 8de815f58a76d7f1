using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>The releases of a table that a ledger has stored, by epsilon, to be looked at without new budget; displayable. For the data's custodian: the scores read the real table.</summary>
/// <param name="Releases">In ascending order of epsilon, then of method.</param>
public sealed record ReleaseShelf(IReadOnlyList<ShelvedRelease> Releases)
{
    /// <summary>Takes the stored releases of a table from a ledger and scores them; cost: one scoring of each, see <see cref="PrivateReleaseScores.Of"/>.</summary>
    /// <param name="ledger">Read only.</param>
    /// <param name="real">The table that was released.</param>
    /// <param name="method">Releases of this method alone; null for all.</param>
    /// <param name="cancellation">Stops between releases.</param>
    /// <exception cref="ArgumentException">None is stored.</exception>
    /// <exception cref="LedgerException">The ledger or a release was changed outside.</exception>
    public static ReleaseShelf Of(PrivacyLedger ledger, DataFrame real, string? method = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(real);
        var found = new List<ShelvedRelease>();
        foreach (var (entry, content) in ledger.Stored(ledger.Identify(real)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (PrivateFits.IsModel(entry) || (method is not null && entry.Purpose != method)) continue;
            found.Add(new(entry.Epsilon, entry.Delta, PrivateReleaseScores.Of(real, StoredRelease.Read(content))));
        }
        if (found.Count == 0)
            throw new ArgumentException(method is null
                ? "The ledger has stored no release of this table; make one with #!dp first."
                : $"The ledger has stored no release of this table by {method}; make one with #!dp first, or leave --method out.");
        return new([.. found.OrderBy(release => release.Epsilon).ThenBy(release => release.Scores.Release.Method, StringComparer.Ordinal)]);
    }
}
