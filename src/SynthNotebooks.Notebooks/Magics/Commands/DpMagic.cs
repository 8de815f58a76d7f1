using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Releases a differentially private table.</summary>
[Magic("#!dp", "Release a differentially private table: fit a private method on a declared domain and sample it; says what is claimed.",
    Example = "#!dp patients --method aim --epsilon 1 --delta 1e-9 --domain domain.json --as private")]
public sealed class DpMagic(Toolkit toolkit) : IMagic<DpMagic.Arguments>
{
    /// <param name="Data">Variable that holds the real table.</param>
    /// <param name="Method">A private model: mst, aim, privbayes, dp-copula or dp-independent.</param>
    /// <param name="As">Variable that will hold the released table.</param>
    /// <param name="Epsilon">Privacy loss of the whole release.</param>
    /// <param name="Delta">Probability of a larger loss.</param>
    /// <param name="Domain">Declared domain: a JSON file with one entry a column.</param>
    /// <param name="Constraints">What every released row keeps, e.g. "age >= 18; admitted &lt;= discharged", or a file of constraints (JSON or lines); costs no privacy.</param>
    /// <param name="Workload">Marginals that matter (aim): a JSON file with a list of lists of columns.</param>
    /// <param name="Rows">Rows to release; without it the noisy number of records.</param>
    /// <param name="InsecureSeed">Repeatable noise for teaching: the release is then NON-PRIVATE.</param>
    /// <param name="BuyDomain">Share of epsilon that buys the domain of columns without a declared one; 0 refuses them.</param>
    /// <param name="BaselineShare">Share of the budget for dp-independent, which stands beside the release; 0 for none.</param>
    /// <param name="Ledger">Folder of the privacy ledger that is charged, and that answers an identical request for free.</param>
    /// <param name="ModelMegabytes">Largest size of the model's tables (mst, aim, privbayes, dp-independent); without it the method's own.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [CompleteWith<ModelIds>] string Method,
        [NewVariable] string As,
        [Range(0.000001, 1000.0)] double Epsilon = 1,
        [Range(1e-300, 0.5)] double Delta = 1e-9,
        string? Domain = null,
        [CompleteWith<ConditionColumns>] string? Constraints = null,
        string? Workload = null,
        [Range(1, int.MaxValue)] int? Rows = null,
        ulong? InsecureSeed = null,
        [Range(0.0, 0.9)] double BuyDomain = 0,
        [Range(0.0, 0.5)] double BaselineShare = 0.02,
        string? Ledger = null,
        [Range(0.01, 1000.0)] double? ModelMegabytes = null,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var training = host.Require<DataFrame>(arguments.Data);
        var order = Order(arguments, training, host);
        var ledger = LedgerPlace.Open(arguments.Ledger is { } folder ? host.Resolve(folder) : toolkit.Ledger);
        var progress = await LiveProgress.StartAsync(host, $"releasing with {arguments.Method}", toolkit.Time, arguments.Quiet);
        PrivateRelease? release = null;
        await progress.RunAsync(
            report => PrivateReleases.Get(toolkit.Models, ledger, training, order, report, cancellation),
            async answer =>
            {
                release = answer.Release;
                await host.Variables.SetAsync(arguments.As, release.Table, typeof(DataFrame));
                // In words that are the same at the first run and at a rerun.
                return string.Create(CultureInfo.InvariantCulture, $"{arguments.As}: {release.Table.Rows.Count} rows, {release.Claim}{(release.IsPrivate ? "; charged to the ledger once, the same request about the same data gets it again without a new charge" : "")}");
            },
            cancellation);
        if (release is null) return;
        await host.DisplayAsync(await Task.Run(() => PrivateReleaseScores.Of(training, release), cancellation));
        if (release.IsPrivate && LedgerPlace.DefaultsNote(ledger) is { } note) await host.DisplayAsync(new Note(note));
        if (release.Domain is { } bought) await host.DisplayAsync(new Note("Domain, bought where it was not declared: " + bought));
    }

    private static PrivateOrder Order(Arguments arguments, DataFrame training, INotebookHost host) => new(arguments.Method, arguments.Epsilon, arguments.Delta)
    {
        Domain = Text(arguments.Domain, '{', host),
        Workload = Text(arguments.Workload, '[', host),
        Constraints = arguments.Constraints is { } constraints ? FitMagic.Read(constraints, training, host) : ConstraintSet.Empty,
        Options = arguments.ModelMegabytes is { } megabytes ? new Dictionary<string, string> { ["model-megabytes"] = megabytes.ToString("R", CultureInfo.InvariantCulture) } : new(),
        Rows = arguments.Rows,
        InsecureSeed = arguments.InsecureSeed,
        BuyDomain = arguments.BuyDomain,
        BaselineShare = arguments.BaselineShare,
    };

    // What a file says makes the request, not where it lies.
    private static string? Text(string? fileOrJson, char opening, INotebookHost host) =>
        fileOrJson is null || fileOrJson.TrimStart().StartsWith(opening) ? fileOrJson : File.ReadAllText(host.Resolve(fileOrJson));
}
