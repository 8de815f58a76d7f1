using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Attacks a synthetic table.</summary>
[Magic("#!attack", "Attack a synthetic table: membership inference and the rest of the battery, with its controls.",
    Example = "#!attack synthetic --train train --holdout holdout --attack all")]
public sealed class AttackMagic(Toolkit toolkit) : IMagic<AttackMagic.Arguments>
{
    /// <param name="Synthetic">Variable that holds the synthetic table.</param>
    /// <param name="Train">Variable that holds the real table the generator was fitted on.</param>
    /// <param name="Holdout">Variable with real rows the generator never saw; without it most attacks cannot be judged.</param>
    /// <param name="Attack">Ids separated by commas, see #!attacks; all runs what the inputs allow, the cheap ones first.</param>
    /// <param name="Model">Variable that holds the fitted model; with it shadow models, densities and canaries are used too.</param>
    /// <param name="Secret">Column that attacks on attributes want to know; without it the last one with 2 to 20 categories.</param>
    /// <param name="Shadows">Number of shadow models, fits of the model on other rows.</param>
    /// <param name="Seconds">Budget; attacks that are not done in it are skipped; without it there is no limit.</param>
    /// <param name="Seed">The same seed gives the same report.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Synthetic,
        [CompleteWith<FrameVariables>] string Train,
        [CompleteWith<FrameVariables>] string? Holdout = null,
        [CompleteWith<AttackIds>] string Attack = "all",
        [CompleteWith<ModelVariables>] string? Model = null,
        string? Secret = null,
        [Range(4, 10_000)] int Shadows = 32,
        [Range(0.001, 1_000_000.0)] double? Seconds = null,
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
        var model = host.Optional<IFittedGenerator>(arguments.Model);
        var options = new AttackOptions
        {
            Attacks = [arguments.Attack],
            Seconds = arguments.Seconds,
            Seed = arguments.Seed,
            Secrets = arguments.Secret is { } secret ? [secret] : [],
            Shadows = arguments.Shadows,
            Label = arguments.Synthetic,
            Model = model,
            Time = toolkit.Time,
            Cancellation = cancellation,
        };
        AttackCatalog.Plan(options.Attacks);
        var progress = await LiveProgress.StartAsync(host, $"attacking {arguments.Synthetic}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report =>
            {
                var told = options with { Progress = new Steps(report), Refit = model is null ? null : AttackVerbs.Refit(train, model, options, toolkit) };
                return train.Attack(synthetic, holdout, options: told);
            },
            found => Task.FromResult<object>(found),
            cancellation);
    }

    private sealed class Steps(IProgress<FitProgress> report) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => report.Report(new FitProgress(value.Share, value.Stage));
    }
}
