using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Selection;

/// <summary>Keeps of a fitted model's rows those that real rows make likely: each is accepted with a probability in proportion to its density ratio.</summary>
/// <remarks>
/// <para>Boosted trees learn to tell real rows from the model's, several times, each time without one part of both. On that part their scores are calibrated,
/// so that nothing is believed that does not hold for rows they did not see, training rows' whereabouts least of all. The mean of their log odds is the
/// log density ratio; it is bounded, raised to the strength, and divided by its 99 % quantile, which makes it a probability.</para>
/// <para>Cost: folds trainings on at most 50,000 rows of either kind; a row of a sample costs as many model's rows and predictions as the acceptance rate says.
/// No privacy guarantee. Sources: Sugiyama, Suzuki, Kanamori, Density Ratio Estimation in Machine Learning, 2012; Azadi et al., Discriminator rejection
/// sampling, ICLR 2019, arXiv:1810.06758.</para>
/// </remarks>
public static class QualityFilter
{
    /// <summary>Tables of fewer rows tell too little: their models stay as they are.</summary>
    public const int FewestRows = 100;

    private const int MostRows = 50_000, FewestSynthetic = 10_000, CheckRows = 10_000;

    /// <summary>The model behind a filter; the model itself when the table has too few rows, or only identifiers and free text.</summary>
    /// <param name="model">Fitted on the training table.</param>
    /// <param name="training">The same table.</param>
    /// <param name="options">Strength and the like.</param>
    /// <param name="context">Seed, schema, threads, progress, cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IFittedGenerator Around(IFittedGenerator model, DataFrame training, QualityFilterOptions options, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        options.Validate();
        string[] ignored = [.. context.Schema.Columns.Where(column => column.Role is ColumnRole.Identifier or ColumnRole.FreeText).Select(column => column.Name)];
        if (training.Rows.Count < FewestRows || ignored.Length == training.Columns.Count) return model;
        var real = training.Rows.Count <= MostRows ? training : training.Sample(MostRows, context.Seed);
        var synthetic = Sample(model, Math.Max((int)real.Rows.Count, FewestSynthetic), "training", context);
        var encoder = FeatureEncoder.Of(real, ignored);
        if (Ratio(encoder, real, synthetic, options.Folds, context) is not { } ratio) return model;
        context.Progress?.Report(new(0.95, "acceptance"));
        var logarithms = ratio.Logarithms(Sample(model, CheckRows, "acceptance", context), context.Threads, context.Cancellation);
        return FilteredModel.Calibrated(model, ratio, options, logarithms);
    }

    private static DataFrame Sample(IFittedGenerator model, int rows, string purpose, FitContext context) =>
        model.Sample(rows, new() { Seed = new SplitRandom(context.Seed).Split("quality filter").Split(purpose).NextUInt64(), Threads = context.Threads, Cancellation = context.Cancellation });

    private static DensityRatio? Ratio(FeatureEncoder encoder, DataFrame real, DataFrame synthetic, int folds, FitContext context)
    {
        FeatureTable[] tables = [encoder.Encode(synthetic), encoder.Encode(real)];
        var parts = new int[2][];
        for (var kind = 0; kind < 2; kind++) parts[kind] = Parts(tables[kind].Rows, folds, new SplitRandom(context.Seed).Split("quality filter: parts").Split((ulong)kind));
        var discriminators = new List<BoostedTrees>();
        var (scores, truth) = (new List<double>(), new List<bool>());
        for (var fold = 0; fold < folds; fold++)
        {
            context.Progress?.Report(new(0.9 * fold / folds, $"discriminator {fold + 1} of {folds}"));
            var (seen, classes) = Joined(tables, parts, part => part != fold);
            var (unseen, unseenClasses) = Joined(tables, parts, part => part == fold);
            var settings = new TrainingContext { Seed = context.Seed + (ulong)fold, Threads = Math.Max(1, context.Threads), Cancellation = context.Cancellation };
            if (new HistogramBoosting(new(Rounds: 200, Leaves: 15, Patience: 10)).Train(seen, Labels.OfClasses(classes, 2), settings) is not BoostedTrees trees) return null;
            discriminators.Add(trees);
            scores.AddRange(DensityRatio.LogOdds(trees, unseen, context.Threads, context.Cancellation));
            truth.AddRange(unseenClasses.Select(kind => kind == 1));
        }
        var (slope, shift) = LogisticCalibration.Of([.. scores], [.. truth]);
        return new(encoder, discriminators, slope, shift - PortableMath.Log((double)tables[1].Rows / tables[0].Rows));
    }

    private static int[] Parts(int rows, int folds, SplitRandom random)
    {
        var parts = new int[rows];
        for (var row = 0; row < rows; row++) parts[row] = row % folds;
        random.Shuffle(parts.AsSpan());
        return parts;
    }

    // The rows of both kinds that are in some parts, synthetic ones first.
    private static (FeatureTable Features, int[] Classes) Joined(FeatureTable[] tables, int[][] parts, Func<int, bool> isIn)
    {
        var rows = new int[2][];
        for (var kind = 0; kind < 2; kind++) rows[kind] = [.. Enumerable.Range(0, parts[kind].Length).Where(row => isIn(parts[kind][row]))];
        var classes = new int[rows[0].Length + rows[1].Length];
        classes.AsSpan(rows[0].Length).Fill(1);
        var columns = new FeatureColumn[tables[0].Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            FeatureColumn a = tables[0].Columns[i].Take(rows[0]), b = tables[1].Columns[i].Take(rows[1]);
            columns[i] = a.IsCategory ? FeatureColumn.OfCategories(a.Name, [.. a.Codes, .. b.Codes], a.Levels) : FeatureColumn.OfNumbers(a.Name, [.. a.Numbers, .. b.Numbers]);
        }
        return (new(columns), classes);
    }
}
