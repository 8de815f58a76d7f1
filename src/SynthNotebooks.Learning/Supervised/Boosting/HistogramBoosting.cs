using System.Runtime.Intrinsics;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Gradient boosting of trees grown from histograms: two classes, several classes, or numbers, with categories and missing cells as they are.</summary>
/// <remarks>
/// Newton steps on logistic, softmax or squared loss. Cost: about rounds × rows × columns × 3 additions, and two copies of the table in bytes.
/// Deterministic at any number of threads. Sources: Friedman, Ann. Statist. 29(5), 2001, doi:10.1214/aos/1013203451; Ke et al., LightGBM, NeurIPS 2017.
/// </remarks>
public sealed class HistogramBoosting : ISupervisedLearner
{
    private const int Chunk = 4096;
    private readonly BoostingOptions _options;

    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public HistogramBoosting(BoostingOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate();
    }

    /// <inheritdoc/>
    public IPredictor Train(FeatureTable features, Labels labels, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(context);
        labels.RequireRowsOf(features);
        if (ConstantPredictor.OfOneClass(features, labels) is { } constant) return constant;
        var binned = BinnedFeatures.Of(features, _options.Bins, context);
        var columns = binned.Encode(features, context);
        var (training, validation) = Divide(features.Rows, context.Seed);
        var loss = LossOf(labels, training);
        var outputs = loss.Start.Length;
        var raw = new double[outputs][];
        var figures = new Vector256<double>[outputs][];
        for (var k = 0; k < outputs; k++)
        {
            (raw[k], figures[k]) = (new double[features.Rows], new Vector256<double>[features.Rows]);
            Array.Fill(raw[k], loss.Start[k]);
        }
        var grower = new HistogramTreeGrower(columns, features.Rows, _options, context);
        var validationRows = validation.Length == 0 ? [] : binned.EncodeRows(features.Take(validation), context);
        var trees = new List<BoostedTree>();
        var gains = new double[columns.Length];
        var (lowest, kept) = (double.PositiveInfinity, 0);
        for (var round = 0; round < _options.Rounds; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Differentiate(loss, raw, figures, context);
            for (var k = 0; k < outputs; k++)
            {
                var tree = grower.Grow(training, figures[k], raw[k], gains);
                trees.Add(tree);
                for (var i = 0; i < validation.Length; i++) raw[k][validation[i]] += tree.Value(validationRows.AsSpan(i * columns.Length, columns.Length));
            }
            if (validation.Length == 0) continue;
            var mean = new FixedOrderSum();
            foreach (var row in validation) mean.Add(loss.Loss(raw, row));
            if (mean.Value < lowest) (lowest, kept) = (mean.Value, round + 1);
            else if (round + 1 - kept >= _options.Patience) break;
        }
        if (validation.Length > 0) trees.RemoveRange(kept * outputs, trees.Count - kept * outputs);
        return new BoostedTrees(binned, [.. trees], loss.Start, labels.ClassCount, gains);
    }

    private static void Differentiate(IBoostingLoss loss, double[][] raw, Vector256<double>[][] figures, TrainingContext context)
    {
        var rows = raw[0].Length;
        if (context.Threads == 1 || rows <= Chunk)
        {
            loss.Differentiate(raw, figures, 0, rows);
            return;
        }
        Parallel.For(0, (rows + Chunk - 1) / Chunk, context.Parallelism, chunk => loss.Differentiate(raw, figures, chunk * Chunk, Math.Min(rows, (chunk + 1) * Chunk)));
    }

    private (int[] Training, int[] Validation) Divide(int rows, ulong seed)
    {
        var order = new int[rows];
        for (var row = 0; row < rows; row++) order[row] = row;
        var held = _options.Patience > 0 && rows > 1 ? Math.Clamp((int)(rows * _options.ValidationShare), 1, rows - 1) : 0;
        if (held == 0) return (order, []);
        new SplitRandom(seed).Split("boosting: validation rows").Shuffle(order.AsSpan());
        int[] validation = order[..held], training = order[held..];
        Array.Sort(validation);
        Array.Sort(training);
        return (training, validation);
    }

    private static IBoostingLoss LossOf(Labels labels, int[] training)
    {
        if (!labels.AreClasses)
        {
            var sum = new FixedOrderSum();
            foreach (var row in training) sum.Add(labels.Numbers[row]);
            return new SquaredLoss(labels.Numbers, sum.Value / training.Length);
        }
        var shares = new double[labels.ClassCount];
        foreach (var row in training) shares[labels.Classes[row]] += 1;
        for (var k = 0; k < shares.Length; k++) shares[k] /= training.Length;
        // Validation may have taken the last row of a class.
        return labels.ClassCount == 2 ? new BinaryLoss(labels.Classes, Math.Clamp(shares[1], 1e-9, 1 - 1e-9)) : new ClassesLoss(labels.Classes, shares);
    }
}
