using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Models;
using SynthNotebooks.Notebooks.Progress;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Fits a model.</summary>
[Magic("#!fit", "Learn a table with a model of the catalog; options of the model are given like those of the magic.",
    Example = "#!fit patients --model copula --seed 1 --as m")]
public sealed class FitMagic(Toolkit toolkit) : IMagic<FitMagic.Arguments>
{
    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="Model">Id of the model, see #!models.</param>
    /// <param name="As">Variable that will hold the fitted model.</param>
    /// <param name="Seed">The same seed gives the same model.</param>
    /// <param name="MinCount">Categories seen fewer times are pooled with others and never come out; 1 keeps all.</param>
    /// <param name="Constraints">What every sampled row keeps, e.g. "age >= 18; admitted &lt;= discharged; zip -> city", or a file of constraints (JSON or lines).</param>
    /// <param name="Strict">Fails when training rows break a constraint; else they are left out.</param>
    /// <param name="Seconds">Time to spend, for models that choose among others (auto); any other fit fails when it takes longer. Without it there is no limit.</param>
    /// <param name="Ledger">Folder of the privacy ledger that a private model is charged to, and that answers an identical request for free.</param>
    /// <param name="Quiet">Shows no progress.</param>
    /// <param name="Options">The model's own options.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [CompleteWith<ModelIds>] string Model,
        [NewVariable] string As,
        ulong Seed = 0,
        [Range(1, 1_000_000)] int MinCount = 5,
        [CompleteWith<ConditionColumns>] string? Constraints = null,
        bool Strict = false,
        [Range(0.001, 1_000_000.0)] double? Seconds = null,
        string? Ledger = null,
        bool Quiet = false,
        [PassThrough<ModelOptions>] IReadOnlyDictionary<string, string>? Options = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var training = host.Require<DataFrame>(arguments.Data);
        var generator = Create(arguments, host);
        var constraints = arguments.Constraints is { } text ? Read(text, training, host) : ConstraintSet.Empty;
        using var limit = arguments.Seconds is { } seconds && !Spends(arguments) ? new CancellationTokenSource(TimeSpan.FromSeconds(seconds), toolkit.Time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var progress = await LiveProgress.StartAsync(host, $"fitting {arguments.Model}", toolkit.Time, arguments.Quiet);
        var ledger = arguments.Ledger is { } folder ? host.Resolve(folder) : null;
        SelectedModel? selected = null;
        PrivateFit? privately = null;
        try
        {
            await progress.RunAsync(
                report => training.Fit(toolkit, ledger, generator, arguments.Seed, arguments.MinCount, report, constraints, arguments.Strict, either.Token),
                async fit =>
                {
                    await host.Variables.SetAsync(arguments.As, fit.Model, typeof(IFittedGenerator));
                    (selected, privately) = (fit.Model as SelectedModel, fit.Private);
                    return privately is null ? new ModelCard(fit.Model) { TrainingRows = training.Rows.Count, MinimumCount = arguments.MinCount } : new ModelCard(fit.Model);
                },
                either.Token);
            if (privately is not null) await host.DisplayAsync(new Note(privately.Note(arguments.As)));
            if (selected is null) return;
            var report = SelectionReport.Of(selected.Plan); // without times, which would differ at every run
            await host.DisplayAsync(report);
            await host.DisplayAsync(SelectionFigure.Of(report));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new MagicException(string.Create(CultureInfo.InvariantCulture,
                $"{arguments.Model} was not done after {arguments.Seconds} seconds (--seconds); {arguments.As} was not set. Give it more time, or choose a faster model."));
        }
    }

    internal static ConstraintSet Read(string text, DataFrame training, INotebookHost host)
    {
        var place = host.Resolve(text);
        return training.Constraints(TableVerbs.IsConstraintFile(place) ? place : text);
    }

    private bool Spends(Arguments arguments) => toolkit.Models.Ids.Contains(arguments.Model) && GeneratorFactory.HasOption(toolkit.Models, arguments.Model, "seconds");

    private IGenerator Create(Arguments arguments, INotebookHost host)
    {
        if (toolkit.Models.Entries.FirstOrDefault(entry => entry.Id == arguments.Model) is { } chosen)
        {
            var known = OptionsRecord.Of(chosen.Attribute.Options).Parameters.Select(option => option.Name).ToArray();
            foreach (var option in arguments.Options?.Keys ?? [])
            {
                if (known.Contains(option)) continue;
                var owners = toolkit.Models.Entries.Where(entry => OptionsRecord.Of(entry.Attribute.Options).Parameters.Any(other => other.Name == option)).Select(entry => entry.Id);
                throw new MagicException($"--{option} is an option of {string.Join(", ", owners)}, not of {arguments.Model}. Options of {arguments.Model}: {(known.Length == 0 ? "none" : string.Join(", ", known.Select(name => "--" + name)))}.");
            }
        }
        var options = new Dictionary<string, string>(arguments.Options ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        if (arguments.Seconds is { } seconds && Spends(arguments)) options["seconds"] = seconds.ToString("R", CultureInfo.InvariantCulture);
        if (options.TryGetValue("plan", out var plan)) options["plan"] = host.Resolve(plan);
        return TableVerbs.Generator(toolkit, arguments.Model, options, host.Resolve);
    }
}
