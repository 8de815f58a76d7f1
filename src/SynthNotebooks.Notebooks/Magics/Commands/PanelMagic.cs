using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Panels;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows a parameter panel.</summary>
[Magic("#!panel", "Show controls for making a synthetic table: rows, model, privacy, constraints, seeds; Generate runs the magics that the panel shows.",
    Example = "#!panel patients --domain domain.json --as synthetic")]
public sealed class PanelMagic(Toolkit toolkit) : IMagic<PanelMagic.Arguments>
{
    /// <param name="Data">Variable that holds the real table.</param>
    /// <param name="As">Variable that will hold the synthetic table, upon Generate.</param>
    /// <param name="Rows">What the control for rows begins with.</param>
    /// <param name="Model">Model that is chosen first.</param>
    /// <param name="Seed">Seed of the fit that the control begins with.</param>
    /// <param name="SampleSeed">Seed of the sample that the control begins with.</param>
    /// <param name="Constraints">Constraints that the list begins with, separated by semicolons.</param>
    /// <param name="Epsilon">Privacy loss that the slider begins with; without it privacy is switched off first.</param>
    /// <param name="Delta">Probability of a larger loss.</param>
    /// <param name="Method">Private model that is chosen first.</param>
    /// <param name="Domain">Declared domain for private releases: a JSON file with one entry a column.</param>
    /// <param name="BuyDomain">Share of epsilon that buys the domain of columns without a declared one.</param>
    /// <param name="Ledger">Folder of the privacy ledger that private releases are charged to.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [NewVariable] string As,
        [Range(1, PanelSettings.MostRows)] int Rows = 1000,
        [CompleteWith<ModelIds>] string Model = "copula",
        ulong Seed = 0,
        ulong SampleSeed = 0,
        [CompleteWith<ConditionColumns>] string? Constraints = null,
        [Range(0.000001, 1000.0)] double? Epsilon = null,
        [Range(1e-300, 0.5)] double Delta = 1e-9,
        [CompleteWith<ModelIds>] string Method = "mst",
        [CompleteWith<JsonFiles>] string? Domain = null,
        [Range(0.0, 0.9)] double BuyDomain = 0,
        string? Ledger = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var table = host.Require<DataFrame>(arguments.Data);
        var settings = new PanelSettings
        {
            Rows = arguments.Rows,
            Model = arguments.Model,
            Seed = arguments.Seed,
            SampleSeed = arguments.SampleSeed,
            Constraints = [.. (arguments.Constraints ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Epsilon = arguments.Epsilon,
            Delta = arguments.Delta,
            Method = arguments.Method,
            Domain = arguments.Domain ?? "",
            BuyDomain = arguments.BuyDomain,
            Ledger = arguments.Ledger ?? "",
        };
        await host.DisplayAsync(new ParameterPanel(arguments.Data, arguments.As, table, settings, toolkit));
    }
}
