namespace SynthNotebooks.Privacy.Tests;

/// <summary>A folder for a ledger that goes away with the test.</summary>
internal sealed class TemporaryLedger : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("synthnb-ledger-").FullName;

    public string Lines => Path.Combine(Folder, "ledger.jsonl");

    public string Head => Path.Combine(Folder, "ledger.head");

    public PrivacyLedger Open(LedgerLimits? limits = null) => PrivacyLedger.Open(Folder, limits);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
