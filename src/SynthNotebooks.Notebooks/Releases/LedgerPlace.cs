using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Where a user's privacy ledger is kept.</summary>
/// <remarks>
/// A new ledger records everything and refuses nothing that a first user would ask: its limits are the largest legal ones (epsilon 1000 a dataset and in all, counted at
/// delta 1e-6). A custodian sets lower ones with <c>#!budget --limit</c> or <c>synthnb budget --limit</c>.
/// </remarks>
public static class LedgerPlace
{
    /// <summary>Environment variable that names the folder.</summary>
    public const string Variable = "SYNTHNB_LEDGER";

    /// <summary>Limits of a new ledger.</summary>
    public static LedgerLimits FirstLimits { get; } = new(1000, 1e-6, 1000);

    /// <summary>The folder: as told, else that of <see cref="Variable"/>, else <c>synthnb/ledger</c> in the user's data directory.</summary>
    /// <param name="told">Null or empty when nothing was told.</param>
    public static string Folder(string? told) => told is { Length: > 0 } ? told
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "synthnb", "ledger");

    /// <summary>Opens the ledger, or makes it with <see cref="FirstLimits"/>.</summary>
    /// <param name="told">Null or empty when nothing was told.</param>
    /// <exception cref="LedgerException">It was changed outside, or is locked for too long.</exception>
    public static PrivacyLedger Open(string? told) => PrivacyLedger.Open(Folder(told), FirstLimits);

    /// <summary>What to say while nobody has set limits, which then hold nobody back; null once somebody has.</summary>
    /// <param name="ledger">Whose.</param>
    public static string? DefaultsNote(PrivacyLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Limits() == FirstLimits
            ? $"No limits are set on this ledger: the defaults ({FirstLimits}) record every spend and refuse next to nothing. Set them with #!budget --limit E --total E, or synthnb budget --limit E --total E."
            : null;
    }

    /// <summary>Sets limits, where they differ from those in force: a notebook that runs again adds no line.</summary>
    /// <param name="ledger">Whose.</param>
    /// <param name="dataset">ε of any one dataset; null to keep it.</param>
    /// <param name="total">ε of all together; null to keep it.</param>
    public static void Limit(PrivacyLedger ledger, double? dataset, double? total)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var before = ledger.Limits();
        var after = before with { DatasetEpsilon = dataset ?? before.DatasetEpsilon, TotalEpsilon = total ?? before.TotalEpsilon };
        if (after != before) ledger.SetLimits(after, "limits set by the user");
    }
}
