namespace SynthNotebooks.Learning;

/// <summary>A trained ensemble of boosted trees. Immutable.</summary>
/// <remarks>Prediction costs about trees × depth × 3 ns a row.</remarks>
public sealed class BoostedTrees : IPredictor, IImportance
{
    private const int Chunk = 1024;
    private readonly BinnedFeatures _binned;
    private readonly BoostedTree[] _trees; // by round, then by raw score
    private readonly double[] _start;
    private readonly int _classes;

    internal BoostedTrees(BinnedFeatures binned, BoostedTree[] trees, double[] start, int classes, double[] gains)
    {
        (_binned, _trees, _start, _classes) = (binned, trees, start, classes);
        var sum = gains.Sum();
        Importances = Array.ConvertAll(gains, gain => sum > 0 ? gain / sum : 0);
    }

    /// <inheritdoc/>
    public int Outputs => Math.Max(1, _classes);

    /// <summary>Number of rounds that were kept.</summary>
    public int Rounds => _trees.Length / _start.Length;

    /// <summary>Share of each column in the gain of all splits.</summary>
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

    /// <summary>All there is to the model, as plain arrays: what a file of it holds.</summary>
    public BoostedTreeArrays ToArrays()
    {
        var features = _binned.Training.Columns;
        return new()
        {
            Names = [.. features.Select(column => column.Name)],
            Levels = [.. features.Select(column => column.Levels)],
            Bins = [.. _binned.Bins.Select(bins => bins.Bins)],
            Cuts = [.. _binned.Bins.Select(bins => bins.Cuts)],
            StatesOfCodes = [.. _binned.Bins.Select(bins => bins.StateOfCode)],
            Start = _start,
            Classes = _classes,
            Importances = [.. Importances],
            Trees = [.. _trees.Select(tree => (tree.Tree, tree.Values))],
        };
    }

    /// <summary>The model that gave the arrays.</summary>
    /// <exception cref="ArgumentException">The arrays are not those of a model.</exception>
    public static BoostedTrees FromArrays(BoostedTreeArrays arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        arrays.Validate();
        var columns = new FeatureColumn[arrays.Names.Count];
        var bins = new FeatureBins[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = arrays.Levels[i] > 0 ? FeatureColumn.OfCategories(arrays.Names[i], [], arrays.Levels[i]) : FeatureColumn.OfNumbers(arrays.Names[i], []);
            bins[i] = FeatureBins.Of(arrays.Cuts[i], arrays.StatesOfCodes[i], arrays.Bins[i]);
        }
        var trees = arrays.Trees.Select(tree => new BoostedTree(tree.Tree, tree.Values)).ToArray();
        return new(BinnedFeatures.Of(new FeatureTable(columns), bins), trees, arrays.Start, arrays.Classes, arrays.Importances);
    }

    private void PredictRows(byte[] states, int from, int to, double[] predicted)
    {
        var width = _binned.Columns;
        var raw = new double[_start.Length][];
        for (var k = 0; k < raw.Length; k++)
        {
            raw[k] = new double[to - from];
            Array.Fill(raw[k], _start[k]);
        }
        for (var t = 0; t < _trees.Length; t++)
        {
            var scores = raw[t % raw.Length];
            for (var i = 0; i < scores.Length; i++) scores[i] += _trees[t].Value(states.AsSpan((from + i) * width, width));
        }
        for (var i = 0; i < to - from; i++)
        {
            var output = predicted.AsSpan((from + i) * Outputs, Outputs);
            if (_classes == 0) output[0] = raw[0][i];
            else if (_classes == 2)
            {
                output[1] = BinaryLoss.Probability(raw[0][i]);
                output[0] = 1 - output[1];
            }
            else ClassesLoss.Softmax(raw, i, output);
        }
    }
}
