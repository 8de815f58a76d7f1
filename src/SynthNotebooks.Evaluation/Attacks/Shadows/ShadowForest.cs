using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>A random forest per candidate that learns from shadow models what a table looks like that was made with it.</summary>
internal static class ShadowForest
{
    private const int Trees = 50, Leaf = 2;

    /// <summary>How likely the published table was made with each candidate.</summary>
    /// <param name="input">Seed and threads.</param>
    /// <param name="models">Which models learnt which candidates.</param>
    /// <param name="candidates">Number of candidates.</param>
    /// <param name="features">By candidate: [models][features], and the published table's features as the last row; may be called on several threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static double[] Score(AttackInput input, ShadowModels models, int candidates, Func<int, double[][]> features, CancellationToken cancellation)
    {
        var scores = new double[candidates];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation };
        Parallel.For(0, candidates, parallel, target =>
        {
            var rows = features(target);
            var shadows = rows.Length - 1;
            var table = new FeatureTable([.. Enumerable.Range(0, rows[0].Length).Select(j => FeatureColumn.OfNumbers($"feature {j}", Array.ConvertAll(rows, row => row[j])))]);
            var labels = Labels.OfClasses([.. Enumerable.Range(0, shadows).Select(shadow => models.Holds[shadow][target] ? 1 : 0)], 2);
            var context = new TrainingContext { Seed = input.Seed + (ulong)target, Threads = 1, Cancellation = cancellation };
            var forest = new RandomForest(new(Trees, Leaf)).Train(table.Take([.. Enumerable.Range(0, shadows)]), labels, context);
            scores[target] = forest.Predict(table.Take([shadows]), context)[1];
        });
        return scores;
    }
}
