using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>Tries models within a time budget, cheapest first, and fits the one that keeps most of the table without staying too close to its rows.</summary>
/// <remarks>
/// <para>Every model is fitted on three quarters of the rows and scored: quality is the mean of Shape and Trend, against the rows learnt and against the
/// rows held out, half each; privacy is the share of synthetic rows that are nearer to learnt rows than to held-out ones; cost is CPU time. Those near
/// the best are scored on further parts while there is time. Chosen is the best quality among models whose share is not significantly above one half
/// (at most 0.53, or within three standard errors); of models within 0.0005 the cheaper one. Then other settings of it are tried, and the choice is
/// fitted on all rows. No privacy guarantee beyond that of the model chosen.</para>
/// <para>What was decided under the clock is the model's plan: with <c>plan</c> it is written to a file, and replayed from it without a clock. Cost: the time
/// given; the last fit is not cut off. Sources: cross-validation, Stone, J. R. Stat. Soc. B 36(2), 1974,
/// doi:10.1111/j.2517-6161.1974.tb00994.x; racing, Maron, Moore, Artif. Intell. Rev. 11, 1997, doi:10.1023/A:1006556606079.</para>
/// </remarks>
[Generator("auto", typeof(AutoOptions))]
public sealed class AutoGenerator : IGenerator, IModelLoader
{
    private readonly AutoOptions _options;
    private readonly IReadOnlyList<string> _candidates;
    private readonly TimeProvider _time;

    /// <exception cref="ArgumentException">An option is outside its range, or a candidate is unknown or copies rows.</exception>
    public AutoGenerator(AutoOptions options)
        : this(options, TimeProvider.System)
    {
    }

    internal AutoGenerator(AutoOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time, _candidates) = (options, time, Candidates.Of(options.Candidates));
    }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(context);
        context.Cancellation.ThrowIfCancellationRequested();
        if (_options.Plan.Length > 0 && File.Exists(_options.Plan)) return Replay(training, context);
        var (plan, report) = Choose(training, context);
        var model = FitChosen(training, context, plan, report);
        if (_options.Plan.Length > 0) WholeFile.Write(_options.Plan, stream => stream.Write(Encoding.UTF8.GetBytes(plan.ToJson())));
        return model;
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return SelectedModel.Load(reader);
    }

    private SelectedModel Replay(DataFrame training, FitContext context)
    {
        SelectionPlan plan;
        try
        {
            plan = SelectionPlan.FromJson(File.ReadAllText(_options.Plan));
        }
        catch (FormatException failure)
        {
            throw new FitException($"The plan '{_options.Plan}' cannot be replayed: {failure.Message}", failure);
        }
        if (!plan.Columns.SequenceEqual(training.Columns.Select(column => column.Name)))
            throw new FitException($"The plan '{_options.Plan}' is of a table with columns {string.Join(", ", plan.Columns)}; this one has {string.Join(", ", training.Columns.Select(column => column.Name))}.");
        if (plan.Seed != context.Seed) throw new FitException($"The plan '{_options.Plan}' is of seed {plan.Seed}, the fit of seed {context.Seed}; give the plan's seed, or another file.");
        return FitChosen(training, context, plan, SelectionReport.Of(plan));
    }

    private (SelectionPlan Plan, SelectionReport Report) Choose(DataFrame training, FitContext context)
    {
        var deadline = new Deadline(_time, _options.Seconds);
        var folds = Math.Min(_options.Folds, (int)Math.Min(int.MaxValue, training.Rows.Count / 5));
        if (training.Rows.Count < CrossValidation.FewestRows)
        {
            var only = new CandidateResult(_candidates[0], new SortedDictionary<string, string>(), CandidateStatus.Skipped, [], $"not compared: the table has fewer than {CrossValidation.FewestRows} rows");
            return (Plan([only], 0), new([only], [null], 0));
        }
        var race = new Race(training, context, new CrossValidation(training, context, folds), deadline);
        race.Run(_candidates);
        if (race.Best() is not { } best)
            throw new FitException(race.Trials.FirstOrDefault(trial => trial.Status == CandidateStatus.Failed)?.Note ?? $"No model was done within {_options.Seconds} seconds; give more time, or faster candidates.");
        if (_options.Trials > 0) best = new SettingSearch(race, context.Seed).Run(best, _options.Trials);
        var choice = race.Trials.ToList().IndexOf(best);
        var report = race.Report(choice);
        context.Progress?.Report(new(deadline.Share, $"fitting {report.Results[choice].Model} on all rows", report));
        return (Plan(report.Results, choice), report);

        SelectionPlan Plan(IReadOnlyList<CandidateResult> results, int choice) => new(
            OptionsRecord.Of(typeof(AutoOptions)).Describe(_options with { Plan = "" }), context.Seed, [.. training.Columns.Select(column => column.Name)], results, choice);
    }

    private static SelectedModel FitChosen(DataFrame training, FitContext context, SelectionPlan plan, SelectionReport report)
    {
        IGenerator generator;
        try
        {
            generator = Candidates.Create(plan.Chosen.Model, plan.Chosen.Options);
        }
        catch (ArgumentException failure)
        {
            throw new FitException($"The plan cannot be replayed: {failure.Message}", failure);
        }
        var inner = generator.Fit(training, context with { Progress = null });
        return SelectedModel.Of(inner, new ModelOrigin("auto", plan.Options, context.Seed), plan, report);
    }
}
