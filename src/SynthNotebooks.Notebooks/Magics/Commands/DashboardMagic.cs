using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;
using SynthNotebooks.Notebooks.Reports;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows how faithful a synthetic table is.</summary>
[Magic("#!dashboard", "Compare a synthetic table with the real one: every score between its floor and its ceiling.",
    Example = "#!dashboard synthetic --train train --holdout holdout --target income")]
public sealed class DashboardMagic(Toolkit toolkit) : IMagic<DashboardMagic.Arguments>
{
    /// <param name="Synthetic">Variable that holds the synthetic table.</param>
    /// <param name="Train">Variable that holds the real table the generator was fitted on.</param>
    /// <param name="Holdout">Variable with real rows the generator never saw; without it the ceiling is a bootstrap.</param>
    /// <param name="Target">Column that models predict.</param>
    /// <param name="Protected">Column whose groups models should treat alike; counts with --full.</param>
    /// <param name="Full">Also trains models and lists detection, utility and fairness; takes several seconds on tens of thousands of rows.</param>
    /// <param name="Html">Also writes the whole report as one HTML page to this file, as --full does and with the attacks that need no model.</param>
    /// <param name="Seed">Seed of the floor and of a bootstrapped ceiling.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Synthetic,
        [CompleteWith<FrameVariables>] string Train,
        [CompleteWith<FrameVariables>] string? Holdout = null,
        [CompleteWith<ColumnNames>] string? Target = null,
        [CompleteWith<ColumnNames>] string? Protected = null,
        bool Full = false,
        string? Html = null,
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
        if (arguments.Html is { } place) WholeFile.Require(host.Resolve(place));
        var progress = await LiveProgress.StartAsync(host, $"comparing {arguments.Synthetic} with {arguments.Train}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report =>
            {
                var options = new EvaluationOptions
                {
                    Seed = arguments.Seed,
                    Label = arguments.Synthetic,
                    Target = arguments.Target,
                    Protected = arguments.Protected,
                    Depth = arguments.Full || arguments.Html is not null ? EvaluationDepth.Full : EvaluationDepth.Standard,
                    Progress = new Steps(report),
                    Cancellation = cancellation,
                };
                var dashboard = synthetic.Dashboard(train, holdout, options);
                if (arguments.Html is { } page) dashboard.Report.SaveHtml(host.Resolve(page), train.Attack(synthetic, holdout, options: ReportAttacks.Options(options)));
                return dashboard;
            },
            dashboard => Task.FromResult<object>(dashboard),
            cancellation);
    }

    private sealed class Steps(IProgress<FitProgress> report) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => report.Report(new FitProgress(value.Share, value.Stage));
    }
}
