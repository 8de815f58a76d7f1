using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Densities;

/// <summary>A classifier that tells synthetic rows from the attacker's own real ones, and what it says of the candidates.</summary>
internal static class TwoTables
{
    /// <summary>Probability that each candidate is a synthetic row; null without real rows. At most <paramref name="mostRows"/> of either table are learnt.</summary>
    public static double[]? Probabilities(AttackInput input, ISupervisedLearner learner, int mostRows, CancellationToken cancellation)
    {
        var tables = AttackTables.Of(input, cancellation);
        if (tables.ReferenceFeatures is not { } reference) return null;
        var synthetic = tables.SyntheticFeatures;
        var random = new SplitRandom(input.Seed).Split("two tables");
        int[] made = RowDraw.Of(synthetic.Rows, mostRows, random.Split("synthetic")), real = RowDraw.Of(reference.Rows, mostRows, random.Split("reference"));
        var features = Joined(synthetic.Take(made), reference.Take(real));
        var labels = new int[made.Length + real.Length];
        Array.Fill(labels, 1, 0, made.Length);
        var context = new TrainingContext { Seed = input.Seed, Threads = input.Threads, Cancellation = cancellation };
        var predicted = learner.Train(features, Labels.OfClasses(labels, 2), context).Predict(tables.CandidateFeatures, context);
        var scores = new double[tables.CandidateFeatures.Rows];
        for (var i = 0; i < scores.Length; i++) scores[i] = predicted[2 * i + 1];
        return scores;
    }

    private static FeatureTable Joined(FeatureTable first, FeatureTable second) => new([.. first.Columns.Select((column, i) => column.IsCategory
        ? FeatureColumn.OfCategories(column.Name, [.. column.Codes, .. second.Columns[i].Codes], column.Levels)
        : FeatureColumn.OfNumbers(column.Name, [.. column.Numbers, .. second.Columns[i].Numbers]))]);
}
