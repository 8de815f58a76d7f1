namespace SynthNotebooks.Learning;

/// <summary>Trained trees whose predictions are averaged. Immutable.</summary>
public sealed class Forest : IPredictor, IImportance
{
    private const int Chunk = 1024;
    private readonly BinnedFeatures _binned;
    private readonly PartitionTree[] _trees;
    private readonly double[][] _outcomes; // of each tree [nodes, outputs]

    internal Forest(BinnedFeatures binned, PartitionTree[] trees, double[][] outcomes, int outputs, double[] gains)
    {
        (_binned, _trees, _outcomes, Outputs) = (binned, trees, outcomes, outputs);
        var sum = gains.Sum();
        Importances = Array.ConvertAll(gains, gain => sum > 0 ? gain / sum : 0);
    }

    /// <inheritdoc/>
    public int Outputs { get; }

    /// <summary>Number of trees.</summary>
    public int Trees => _trees.Length;

    /// <summary>Share of each column in the impurity that splits took away.</summary>
    public IReadOnlyList<double> Importances { get; }

    /// <inheritdoc/>
    public double[] Predict(FeatureTable features, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(context);
        var states = _binned.EncodeRows(features, context);
        var predicted = new double[features.Rows * Outputs];
        Parallel.For(0, (features.Rows + Chunk - 1) / Chunk, context.Parallelism, chunk => PredictRows(states, chunk * Chunk, Math.Min(features.Rows, (chunk + 1) * Chunk), predicted));
        return predicted;
    }

    private void PredictRows(byte[] states, int from, int to, double[] predicted)
    {
        var width = _binned.Columns;
        for (var t = 0; t < _trees.Length; t++)
        {
            for (var row = from; row < to; row++)
            {
                var outcome = _outcomes[t].AsSpan(_trees[t].Leaf(states.AsSpan(row * width, width)) * Outputs, Outputs);
                var sum = predicted.AsSpan(row * Outputs, Outputs);
                for (var k = 0; k < sum.Length; k++) sum[k] += outcome[k];
            }
        }
        foreach (ref var sum in predicted.AsSpan(from * Outputs, (to - from) * Outputs)) sum /= _trees.Length;
    }
}
