using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>Fits and scores models within a deadline, the cheapest first, and keeps what was found.</summary>
internal sealed class Race(DataFrame table, FitContext context, CrossValidation validation, Deadline deadline)
{
    /// <summary>Leads below this are ties, which the cheaper model wins.</summary>
    public const double Tie = 0.0005;

    private const double Hopeless = 0.005; // a model this far behind the best is not scored on further parts
    private const double Refit = 1.15; // the last fit may take longer than the rows alone say
    private const int PilotRows = 2000, LeastRowsForPilot = 10_000;

    private const double LongestTimer = 1_000_000; // seconds that a timer can wait for

    private readonly List<Trial> _trials = [];

    /// <summary>All trials in the order in which they began.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>What has been found so far.</summary>
    public SelectionReport Report(int? choice = null) => new([.. _trials.Select(trial => trial.Result)], [.. _trials.Select(trial => trial.CpuSeconds)], choice);

    /// <summary>The best so far: the first that no later one leads by more than a tie. Models whose rows are too close to learnt rows count only when all are.</summary>
    public Trial? Best()
    {
        Trial? best = null;
        foreach (var trial in _trials)
        {
            var result = trial.Result;
            if (result.Folds.Count == 0) continue;
            if (best is null || Better(result, best.Result)) best = trial;
        }
        return best;
    }

    /// <summary>Whether a later result replaces an earlier one.</summary>
    public static bool Better(CandidateResult challenger, CandidateResult holder)
    {
        if (challenger.IsEligible != holder.IsEligible) return challenger.IsEligible;
        return challenger.IsEligible ? challenger.Lead(holder) > Tie : challenger.ClosestShare < holder.ClosestShare;
    }

    /// <summary>Every model on the first part, then those near the best on further parts while there is time.</summary>
    public void Run(IReadOnlyList<string> models)
    {
        foreach (var model in models)
        {
            var trial = Begin(model, new SortedDictionary<string, string>(StringComparer.Ordinal));
            if (Affords(trial)) Score(trial, 0);
            Tell(trial);
        }
        for (var fold = 1; fold < validation.Folds && Best() is { } best; fold++)
        {
            var result = best.Result;
            var near = _trials.Where(trial => trial.Folds == fold && (trial == best || trial.Result.IsEligible && trial.Result.Lead(result) > -Hopeless)).ToArray();
            if (near.Length < 2 || near.Sum(trial => trial.FoldSeconds) > deadline.Remaining - near.Max(FinalSeconds)) return;
            foreach (var trial in near)
            {
                Score(trial, fold);
                Tell(trial);
            }
        }
    }

    /// <summary>Enters a trial without running it.</summary>
    public Trial Begin(string model, IReadOnlyDictionary<string, string> options)
    {
        var trial = new Trial(model, options);
        _trials.Add(trial);
        return trial;
    }

    /// <summary>Whether another fold of a trial, and the final fit after it, fit into the time left.</summary>
    public bool HasTimeFor(Trial known) => 1.5 * known.FoldSeconds + 1.5 * FinalSeconds(known) < deadline.Remaining;

    /// <summary>Fits and scores a trial on one part; notes why when that fails.</summary>
    public void Score(Trial trial, int fold)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        using var limit = Within(Limit());
        var (begun, cpu) = (deadline.Elapsed, Environment.CpuUsage.TotalTime);
        try
        {
            var model = Candidates.Create(trial.Model, trial.Options).Fit(validation.Learnt(fold), context with { Progress = null, Cancellation = limit.Token });
            var (fitted, used) = (deadline.Elapsed, Environment.CpuUsage.TotalTime - cpu);
            var score = validation.Score(model, fold, limit.Token);
            trial.Add(score, fitted - begun, deadline.Elapsed - begun, used.TotalSeconds);
        }
        catch (OperationCanceledException) when (!context.Cancellation.IsCancellationRequested)
        {
            trial.Note = "stopped: the time left was too short";
        }
        catch (FitException failure)
        {
            trial.Fail(failure.Message);
        }
    }

    /// <summary>Seconds that the last fit of a trial may take, on all rows.</summary>
    public double FinalSeconds(Trial trial) => trial.FitSeconds * Ratio * Refit;

    /// <summary>Reports what was found.</summary>
    public void Tell(Trial trial) => context.Progress?.Report(new(deadline.Share, $"{trial.Model}{(trial.Options.Count > 0 ? ", other settings" : "")}", Report()));

    private double Ratio => (double)table.Rows.Count / Math.Max(1, validation.LearntRows);

    // A fit on a part must leave the time for a final fit of the same model, and for one of the best so far when it fails.
    private double Limit() => Math.Min(deadline.Remaining / (1 + Ratio * Refit), deadline.Remaining - (Best() is { } best ? FinalSeconds(best) : 0));

    private CancellationTokenSource Within(double seconds)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        if (seconds < LongestTimer) limit.CancelAfter(TimeSpan.FromSeconds(Math.Max(0.001, seconds)));
        return limit;
    }

    // Asks a fit on few rows before a long one is begun; time grows at least in proportion to rows.
    private bool Affords(Trial trial)
    {
        if (Limit() <= 0 && Best() is not null)
        {
            trial.Note = "the time left was too short";
            return false;
        }
        if (validation.LearntRows < LeastRowsForPilot || Best() is null) return true;
        var begun = deadline.Elapsed;
        using var limit = Within(Limit());
        try
        {
            _ = Candidates.Create(trial.Model, trial.Options).Fit(validation.Learnt(0).Slice(0, PilotRows), context with { Progress = null, Cancellation = limit.Token });
        }
        catch (OperationCanceledException) when (!context.Cancellation.IsCancellationRequested)
        {
            trial.Note = "stopped: the time left was too short";
            return false;
        }
        catch (FitException)
        {
            return true; // more rows may do
        }
        if ((deadline.Elapsed - begun) * validation.LearntRows / PilotRows / 2 <= Limit()) return true; // half of it may be first-time work
        trial.Note = "not begun: by a fit on few rows, the time left was too short";
        return false;
    }
}
