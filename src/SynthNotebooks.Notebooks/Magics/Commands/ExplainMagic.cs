using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Explanations;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Explains a synthetic row.</summary>
[Magic("#!explain", "Why is this row here? Its distance to real rows, compared with that of held-out rows, and which attacks flag the nearest.",
    Example = "#!explain synthetic --row 17 --train train --holdout holdout")]
public sealed partial class ExplainMagic(Toolkit toolkit) : IMagic<ExplainMagic.Arguments>
{
    /// <param name="Synthetic">Variable that holds the synthetic table; or a row of a simulated world, e.g. world.labs[17], whose rules are told then.</param>
    /// <param name="Row">Number of the row, from 0.</param>
    /// <param name="Train">Variable that holds the real table the generator was fitted on; not needed for a row of a world.</param>
    /// <param name="Holdout">Variable with real rows the generator never saw; without it attacks cannot be judged.</param>
    /// <param name="ShowReal">Shows the nearest real rows; for the owner of the records to allow.</param>
    /// <param name="Neighbours">Nearest real rows.</param>
    /// <param name="Seed">Seed of the rows that are compared.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Synthetic,
        [Range(0, int.MaxValue)] int Row = 0,
        [CompleteWith<FrameVariables>] string? Train = null,
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
        if (RowOfWorld().Match(arguments.Synthetic) is { Success: true } match && host.Optional<World>(match.Groups[1].Value) is { } world)
        {
            var trace = await Task.Run(() => world.Explain(match.Groups[2].Value, long.Parse(match.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture), cancellation), cancellation);
            await host.DisplayAsync(trace);
            return;
        }
        if (arguments.Train is null) throw new ArgumentException("--train is missing: the variable that holds the real table. (A row of a world is written world.labs[17].)");
        var synthetic = host.Require<DataFrame>(arguments.Synthetic);
        var train = host.Require<DataFrame>(arguments.Train);
        var holdout = host.Optional<DataFrame>(arguments.Holdout);
        var options = new ExplanationOptions { ShowReal = arguments.ShowReal, Neighbours = arguments.Neighbours, Seed = arguments.Seed, Cancellation = cancellation };
        var progress = await LiveProgress.StartAsync(host, $"explaining row {arguments.Row} of {arguments.Synthetic}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(_ => synthetic.Explain(arguments.Row, train, holdout, options), found => Task.FromResult<object>(found), cancellation);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^(\w+)\.(\w+)\[(\d{1,15})\]$")]
    private static partial System.Text.RegularExpressions.Regex RowOfWorld();
}
