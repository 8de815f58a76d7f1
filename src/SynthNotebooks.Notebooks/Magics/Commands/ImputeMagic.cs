using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Fills missing cells.</summary>
[Magic("#!impute", "Fill the missing cells of a table from a fitted model, given the other cells of each row.",
    Example = "#!impute m --data patients --as filled")]
public sealed class ImputeMagic(Toolkit toolkit) : IMagic<ImputeMagic.Arguments>
{
    /// <param name="Model">Variable that holds the fitted model.</param>
    /// <param name="Data">Variable that holds the table; its present cells stay as they are.</param>
    /// <param name="As">Variable that will hold the filled table.</param>
    /// <param name="Seed">The same seed gives the same cells.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<ModelVariables>] string Model,
        [CompleteWith<FrameVariables>] string Data,
        [NewVariable] string As,
        ulong Seed = 0,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var model = host.Require<IFittedGenerator>(arguments.Model).Imputer();
        var table = host.Require<DataFrame>(arguments.Data);
        var progress = await LiveProgress.StartAsync(host, $"filling {arguments.Data}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => model.Impute(table, new SampleOptions { Seed = arguments.Seed, Progress = report, Cancellation = cancellation }),
            async filled =>
            {
                await host.Variables.SetAsync(arguments.As, filled, typeof(DataFrame));
                return filled;
            },
            cancellation);
    }
}
