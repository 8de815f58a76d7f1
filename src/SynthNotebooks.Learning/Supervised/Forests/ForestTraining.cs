using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Grows the trees of a forest, each with a random stream of its own.</summary>
internal static class ForestTraining
{
    public static IPredictor Train(FeatureTable features, Labels labels, int trees, TreeOptions options, bool bootstrap, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(context);
        labels.RequireRowsOf(features);
        if (ConstantPredictor.OfOneClass(features, labels) is { } constant) return constant;
        var task = new TreeTask(labels);
        var binned = BinnedFeatures.Of(features, FeatureBins.MostBins, context);
        var columns = binned.Encode(features, context);
        var candidates = new int[columns.Length];
        for (var i = 0; i < candidates.Length; i++) candidates[i] = i;
        var grown = new PartitionTree[trees];
        var outcomes = new double[trees][];
        var gains = new double[trees][];
        var random = new SplitRandom(context.Seed).Split("forest");
        Parallel.For(0, trees, context.Parallelism, t =>
        {
            var own = random.Split((ulong)t);
            var rows = new int[features.Rows];
            for (var i = 0; i < rows.Length; i++) rows[i] = bootstrap ? own.NextBelow(rows.Length) : i;
            grown[t] = TreeInduction.Grow(columns, candidates, task.Target, rows, options, own, context.Cancellation);
            gains[t] = new double[columns.Length];
            outcomes[t] = task.Outcomes(grown[t], rows, gains[t]);
        });
        for (var t = 1; t < trees; t++)
            for (var i = 0; i < gains[0].Length; i++) gains[0][i] += gains[t][i];
        return new Forest(binned, grown, outcomes, task.Outputs, gains[0]);
    }
}
