using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Explanations;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Explains a synthetic row.</summary>
[Magic("#!explain", "Why is this row here? Its distance to real rows, compared with that of held-out rows, and which attacks flag the nearest.",
    Example = "#!explain synthetic --row 17 --train train --holdout holdout")]
public sealed class ExplainMagic(Toolkit toolkit) : IMagic<ExplainMagic.Arguments>
{
    /// <param name="Synthetic">Variable that holds the synthetic table.</param>
    /// <param name="Row">Number of the row, from 0.</param>
    /// <param name="Train">Variable that holds the real table the generator was fitted on.</param>
    /// <param name="Holdout">Variable with real rows the generator never saw; without it attacks cannot be judged.</param>
    /// <param name="ShowReal">Shows the nearest real rows; for the owner of the records to allow.</param>
    /// <param name="Neighbours">Nearest real rows.</param>
    /// <param name="Seed">Seed of the rows that are compared.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Synthetic,
        [Range(0, int.MaxValue)] int Row,
        [CompleteWith<FrameVariables>] string Train,
        [CompleteWith<FrameVariables>] string? Holdout = null,
        bool ShowReal = false,
        [Range(1, 20)] int Neighbours = 3,
        ulong Seed = 0,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var synthetic = host.Require<DataFrame>(arguments.Synthetic);
        var train = host.Require<DataFrame>(arguments.Train);
        var holdout = host.Optional<DataFrame>(arguments.Holdout);
        var options = new ExplanationOptions { ShowReal = arguments.ShowReal, Neighbours = arguments.Neighbours, Seed = arguments.Seed, Cancellation = cancellation };
        var progress = await LiveProgress.StartAsync(host, $"explaining row {arguments.Row} of {arguments.Synthetic}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(_ => synthetic.Explain(arguments.Row, train, holdout, options), found => Task.FromResult<object>(found), cancellation);
    }
}
