using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Gaussian mixture: groups of rows, normal in the numbers, each with its own shares of categories and of missing cells.</summary>
/// <remarks>
/// <para>Numbers are modelled on the scale of their normal scores and read back through the mixture's own distribution function, so marginals, spikes and
/// ranges come out exactly. Number of components by the Bayesian information criterion. Missing numbers are filled once from their
/// distribution given the row's others; that they are missing is a category. No privacy guarantee.</para>
/// <para>Cost: fit rows · components · (numbers² / 2 + categories) a round, some hundred rounds; sample O(numbers²) a row. Sources: Fraley, Raftery, JASA 97,
/// 2002, doi:10.1198/016214502760047131; on ranks: Tewari, Giering, Raghunathan, ICDM Workshops 2011, doi:10.1109/ICDMW.2011.98.</para>
/// </remarks>
[Generator("gmm", typeof(GmmOptions))]
public sealed class GmmGenerator : IGenerator, IModelLoader
{
    private const int MostRows = 100_000, MostCategories = 256;
    private readonly GmmOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public GmmGenerator(GmmOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Progress?.Report(new(0, "marginals"));
        var marginals = TrainingTable.Marginals(training, context);
        var bins = Bins(marginals);
        var states = StateColumns.Of(bins, training, context).Thinned(MostRows);
        var scores = Scores(training, marginals, context);
        context.Progress?.Report(new(0.1, "missing numbers"));
        ScoreCorrelations.Fill(scores, context);
        int[] coded = [.. Enumerable.Range(0, bins.Length).Where(i => bins[i].States > 1)];
        var sample = new MixtureSample(states.Rows, Interleaved(scores, states.Rows), [.. coded.Select(i => states.Codes[i])], [.. coded.Select(i => states.States[i])]);
        var mixture = GaussianMixtureFit.Of(sample,
            new(_options.Components, Diagonal: _options.Covariance == CovarianceForm.Diagonal, Regularisation: _options.Regularisation, Threads: context.Threads),
            new SplitRandom(context.Seed).Split("gmm"), components => context.Progress?.Report(new(0.2 + 0.6 * components / (components + 32.0), $"{components} components")), context.Cancellation);
        return new FittedGmm(ModelOrigin.Of<GmmGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), bins, mixture);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedGmm.Load(reader, Bins(MarginalStore.Load(reader)));
    }

    // Categories are states of their own; of all other columns only whether they are missing is one.
    private static ColumnBins[] Bins(Marginal[] marginals) => [.. marginals.Select(marginal => ColumnBins.Of(marginal, marginal is CategoryMarginal ? MostCategories : 1))];

    // Normal scores of the numeric columns, ties broken at random; NaN where missing.
    private static double[][] Scores(DataFrame training, Marginal[] marginals, FitContext context)
    {
        int[] numeric = [.. Enumerable.Range(0, marginals.Length).Where(i => FittedGmm.IsNumeric(marginals[i]))];
        var scores = new double[numeric.Length][];
        var root = new SplitRandom(context.Seed).Split("ties");
        var stride = (training.Columns.RowCount + MostRows - 1) / MostRows;
        TrainingTable.InParallel(numeric.Length, context, k =>
        {
            var intervals = RankScale.Of(marginals[numeric[k]]).Locate(training.Columns[numeric[k]]);
            var random = root.Split((ulong)numeric[k]);
            scores[k] = new double[(intervals.Length + stride - 1) / stride];
            for (var i = 0; i < scores[k].Length; i++)
            {
                var (interval, uniform) = (intervals[i * stride], random.NextOpenDouble());
                scores[k][i] = double.IsNaN(interval.Low) ? double.NaN : PortableMath.NormalQuantile(Math.Clamp(interval.At(uniform), 1e-7, 1 - 1e-7));
            }
        });
        return scores;
    }

    private static double[] Interleaved(double[][] columns, int rows)
    {
        var numbers = new double[rows * columns.Length];
        for (var i = 0; i < columns.Length; i++)
            for (var row = 0; row < rows; row++) numbers[row * columns.Length + i] = columns[i][row];
        return numbers;
    }
}
