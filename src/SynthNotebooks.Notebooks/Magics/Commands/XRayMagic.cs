using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows what constraints do to a model.</summary>
[Magic("#!xray", "Show how a model meets its constraints: who breaks them without it, what that costs, what it shifts.",
    Example = "#!xray m --data patients")]
public sealed class XRayMagic(Toolkit toolkit) : IMagic<XRayMagic.Arguments>
{
    /// <param name="Model">Variable that holds a model fitted with --constraints.</param>
    /// <param name="Data">Variable that holds the table it was fitted on.</param>
    /// <param name="Rows">Rows sampled with and without the constraints.</param>
    /// <param name="Seed">Seed of the samples.</param>
    /// <param name="MinCount">As it was given to the fit; for the fit without constraints.</param>
    /// <param name="NoRefit">Does without the model that is fitted without constraints.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<ModelVariables>] string Model,
        [CompleteWith<FrameVariables>] string Data,
        [Range(1, 10_000_000)] int Rows = 10_000,
        ulong Seed = 0,
        [Range(1, 1_000_000)] int MinCount = 5,
        bool NoRefit = false,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var model = host.Require<IFittedGenerator>(arguments.Model);
        var training = host.Require<DataFrame>(arguments.Data);
        var progress = await LiveProgress.StartAsync(host, $"x-ray of {arguments.Model}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => model.XRay(training, arguments.Rows, arguments.Seed, !arguments.NoRefit, arguments.MinCount, report, cancellation),
            view => Task.FromResult<object>(view),
            cancellation);
    }
}
