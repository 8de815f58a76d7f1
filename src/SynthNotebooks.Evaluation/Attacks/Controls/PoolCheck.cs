using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Evaluation.Attacks.Trials;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Controls;

/// <summary>Whether members and non-members come from one population: a classifier that sees the records alone must be no better than chance.</summary>
/// <remarks>Trained on one half of the pool, judged on the other. Where it is better, attacks may tell the groups apart without any leak.</remarks>
internal static class PoolCheck
{
    private const double Alpha = 1e-6;

    public static ControlResult Of(AttackTrial trial, TableSchema schema, AttackOptions options, CancellationToken cancellation)
    {
        var features = AttackTables.Of(new AttackInput(trial.Pool, trial.Pool, schema) { Threads = options.Threads }, cancellation).CandidateFeatures;
        var context = new TrainingContext { Seed = options.Seed, Threads = options.Threads, Cancellation = cancellation };
        int[] first = [.. Enumerable.Range(0, features.Rows / 2)], second = [.. Enumerable.Range(features.Rows / 2, features.Rows - features.Rows / 2)];
        var labels = Labels.OfClasses(Array.ConvertAll(first, row => trial.Member[row] ? 1 : 0), 2);
        double[] members = [0.5], others = [0.5]; // one class only: nothing was learnt
        if (labels.CountClasses().Min() > 0 && second.Any(row => trial.Member[row]) && second.Any(row => !trial.Member[row]))
        {
            var predicted = new HistogramBoosting(new(Rounds: 50)).Train(features.Take(first), labels, context).Predict(features.Take(second), context);
            (members, others) = ControlJudge.Split([.. second.Select((_, i) => predicted[2 * i + 1])], [.. second.Select(row => trial.Member[row])]);
        }
        var estimate = AucEstimate.Of(members, others);
        var wide = estimate.Interval(Alpha);
        return new("records-alone", null, "AUC .5: members and non-members are of one population", estimate.Interval(), wide.Low <= 0.5 && wide.High >= 0.5, members.Length, others.Length);
    }
}
