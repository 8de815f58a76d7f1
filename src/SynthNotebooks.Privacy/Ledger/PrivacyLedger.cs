using System.Globalization;
using System.Security.Cryptography;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>The privacy budgets of a custodian's datasets, kept in a folder that all notebooks and processes share.</summary>
/// <remarks>
/// A cost is on the disk before <see cref="IBudget.Reserve(string, PrivacyCost)"/> returns, so before the data is read, and nothing pays it back. Lines are linked by keyed hashes;
/// a changed, missing or added line is noticed and stops everything. Writers take turns by a lock on the folder. Safe for several threads and
/// processes. Cost of an operation: O(lines), about 10 µs a line.
/// </remarks>
public sealed class PrivacyLedger
{
    /// <summary>Share by which a sum may pass its limit, for the rounding of sums of costs.</summary>
    internal const double Rounding = 1e-9;

    private readonly LedgerFile _file;
    private readonly TimeProvider _time;

    private PrivacyLedger(LedgerFile file, TimeProvider time) => (_file, _time) = (file, time);

    /// <summary>Where it is kept.</summary>
    public string Folder => _file.Folder;

    /// <summary>Opens a ledger, or makes one.</summary>
    /// <param name="folder">Where it is kept; made when missing.</param>
    /// <param name="limits">Of a new ledger; null for the defaults. An existing ledger keeps its own.</param>
    /// <param name="time">Clock of the entries; null for the system's.</param>
    /// <param name="patience">How long to wait for another writer; default 30 seconds.</param>
    /// <exception cref="LedgerException">It is a file, was changed outside, or is locked for too long.</exception>
    public static PrivacyLedger Open(string folder, LedgerLimits? limits = null, TimeProvider? time = null, TimeSpan? patience = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(folder)) throw new LedgerException($"'{Path.GetFileName(folder)}' is a file; a ledger is a folder, which is made when it is missing.");
        (limits ??= new()).Check();
        var ledger = new PrivacyLedger(new(folder, patience ?? TimeSpan.FromSeconds(30)), time ?? TimeProvider.System);
        using (ledger._file.Locked())
        {
            var entries = ledger._file.Read();
            if (entries.Count == 0) ledger.Write(entries, "limits", new(""), "opened", limits.DatasetEpsilon, limits.TotalEpsilon, limits.Delta);
        }
        return ledger;
    }

    /// <summary>All lines, checked.</summary>
    /// <exception cref="LedgerException">The ledger was changed outside.</exception>
    public IReadOnlyList<LedgerEntry> Entries()
    {
        using (_file.Locked()) return _file.Read();
    }

    /// <summary>What may be spent.</summary>
    public LedgerLimits Limits() => LimitsOf(Entries());

    /// <summary>Changes the limits from now on, as a line that everyone sees.</summary>
    /// <param name="limits">The new ones.</param>
    /// <param name="reason">Why, in a few words.</param>
    public void SetLimits(LedgerLimits limits, string reason)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        limits.Check();
        using (_file.Locked()) Write(_file.Read(), "limits", new(""), reason, limits.DatasetEpsilon, limits.TotalEpsilon, limits.Delta);
    }

    /// <summary>A table's identity: equal names, kinds and cells in equal order give equal keys in one ledger, other keys in another.</summary>
    public DatasetKey Identify(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return DatasetKey.Of(table, _file.Key);
    }

    /// <summary>The budget of a dataset.</summary>
    public IBudget For(DatasetKey dataset) => new LedgerBudget(this, dataset);

    /// <summary>What a dataset, or all together, have spent.</summary>
    /// <param name="dataset">Null for all.</param>
    public Spending Spent(DatasetKey? dataset = null) => SpentOf(Entries(), dataset);

    /// <summary>The stored answer to a request; false when there is none.</summary>
    /// <exception cref="LedgerException">The stored release or the ledger was changed outside.</exception>
    public bool TryFind(ReleaseRequest request, out byte[] content)
    {
        ArgumentNullException.ThrowIfNull(request);
        content = [];
        if (Find(request) is not { } found) return false;
        content = Content(found);
        return true;
    }

    /// <summary>The line of the stored answer to a request; null when there is none.</summary>
    /// <exception cref="LedgerException">The ledger was changed outside.</exception>
    public LedgerEntry? Find(ReleaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hash = request.Hash(_file.Key);
        return Entries().LastOrDefault(entry => entry.Kind == "release" && entry.Request == hash);
    }

    /// <summary>Every stored answer about a dataset with its line of the ledger, in the order they were made; free of budget.</summary>
    /// <exception cref="LedgerException">A stored release or the ledger was changed outside.</exception>
    public IReadOnlyList<(LedgerEntry Entry, byte[] Content)> Stored(DatasetKey dataset) =>
        [.. Entries().Where(entry => entry.Kind == "release" && entry.Dataset == dataset.Value).Select(entry => (entry, Content(entry)))];

    /// <summary>Stores the answer to a request whose cost was reserved; the first answer stays.</summary>
    public void Store(ReleaseRequest request, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hash = request.Hash(_file.Key);
        using (_file.Locked())
        {
            var entries = _file.Read();
            if (entries.Any(entry => entry.Kind == "release" && entry.Request == hash)) return;
            Directory.CreateDirectory(Path.GetDirectoryName(ReleasePath(hash))!);
            LedgerFile.Replace(ReleasePath(hash), content);
            _file.Append(new(0, "release", request.Dataset.Value, request.Method, request.Epsilon, double.PositiveInfinity, request.Delta, hash, Digest(content), Now(), "", ""), entries);
        }
    }

    /// <summary>Stands in for a crash in tests.</summary>
    internal void CrashAfter(Action<string>? crash) => _file.Crash = crash;

    internal void Reserve(DatasetKey dataset, string purpose, PrivacyCost cost)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        if (!(cost.Epsilon > 0 && cost.Rho > 0)) throw new ArgumentException("A cost must be made by PrivacyCost.Pure, ZeroConcentrated or Approximate.", nameof(cost));
        using (_file.Locked())
        {
            var entries = _file.Read();
            var limits = LimitsOf(entries);
            Check(SpentOf(entries, dataset), limits.DatasetEpsilon, limits.Delta, purpose, cost, $"the dataset {dataset.Short}");
            Check(SpentOf(entries, null), limits.TotalEpsilon, limits.Delta, purpose, cost, "the ledger's datasets together");
            Write(entries, "reserve", dataset, purpose, cost.Epsilon, cost.Rho, cost.Delta);
        }
    }

    private static void Check(Spending spent, double limit, double delta, string purpose, PrivacyCost cost, string whose)
    {
        var before = spent.Epsilon(delta);
        spent.Add(cost);
        var after = spent.Epsilon(delta);
        if (after <= limit * (1 + Rounding)) return;
        throw new BudgetException(string.Create(CultureInfo.InvariantCulture,
            $"'{purpose}' costs {cost}, which is refused: {whose} may spend epsilon {limit:G6} at delta {delta:G3}; epsilon {before:G6} is spent, {Math.Max(0, limit - before):G6} is left, and with this request it would be {after:G6}. Ask for less, or reuse a stored release."));
    }

    private static Spending SpentOf(IReadOnlyList<LedgerEntry> entries, DatasetKey? dataset)
    {
        var spent = new Spending();
        foreach (var entry in entries)
            if (entry.Kind == "reserve" && (dataset is null || entry.Dataset == dataset.Value.Value)) spent.Add(entry.Cost);
        return spent;
    }

    private LedgerLimits LimitsOf(IReadOnlyList<LedgerEntry> entries) => entries.LastOrDefault(entry => entry.Kind == "limits") is { } last
        ? new(last.Epsilon, last.Delta, last.Rho)
        : throw _file.Tampered("its limits are missing");

    private void Write(IReadOnlyList<LedgerEntry> entries, string kind, DatasetKey dataset, string purpose, double epsilon, double rho, double delta) =>
        _file.Append(new(0, kind, dataset.Value, purpose, epsilon, rho, delta, "", "", Now(), "", ""), entries);

    private byte[] Content(LedgerEntry release)
    {
        var path = ReleasePath(release.Request);
        if (!File.Exists(path)) throw _file.Tampered($"the stored release of '{release.Purpose}' ({release.Request[..8]}) is missing");
        var content = File.ReadAllBytes(path);
        return Digest(content) == release.Content ? content : throw _file.Tampered($"the stored release of '{release.Purpose}' ({release.Request[..8]}) is not what was written");
    }

    private string Now() => _time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private string ReleasePath(string hash) => Path.Combine(Folder, "releases", hash + ".bin");

    private static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed class LedgerBudget(PrivacyLedger ledger, DatasetKey dataset) : IBudget
    {
        public void Reserve(string purpose, PrivacyCost cost) => ledger.Reserve(dataset, purpose, cost);
    }
}
