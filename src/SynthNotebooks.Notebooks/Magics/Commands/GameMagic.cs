using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Games;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Plays fake or real.</summary>
[Magic("#!game", "Fake or real? A mix of real and synthetic rows to guess about, with the answers and a detector's guesses hidden below. Shows real records.",
    Example = "#!game synthetic --train train --rows 10")]
public sealed class GameMagic(Toolkit toolkit) : IMagic<GameMagic.Arguments>
{
    /// <param name="Synthetic">Variable that holds the synthetic table.</param>
    /// <param name="Train">Variable that holds the real table; some of its records are shown.</param>
    /// <param name="Rows">Rows shown, half of them real.</param>
    /// <param name="Seed">The same seed gives the same game.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Synthetic,
        [CompleteWith<FrameVariables>] string Train,
        [Range(2, 100)] int Rows = 10,
        ulong Seed = 0,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var synthetic = host.Require<DataFrame>(arguments.Synthetic);
        var train = host.Require<DataFrame>(arguments.Train);
        var progress = await LiveProgress.StartAsync(host, $"training a detector on {arguments.Synthetic}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            _ => GuessingGame.Of(synthetic, train, arguments.Rows, arguments.Seed, cancellation: cancellation), game => Task.FromResult<object>(game), cancellation);
    }
}
