using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Kernel density over mixed types: a training row at random, every cell of it perturbed.</summary>
/// <remarks>
/// <para>Numbers move on the scale of normal scores, under normal noise that is correlated as the columns are, and are drawn in so that marginals and
/// correlations stay; a category (missing cells are one) is drawn anew from its column's shares with a small probability, the kernel of Aitchison and Aitken with the other
/// categories weighted by their shares. Close to training rows by construction: no privacy guarantee. The model file holds the rows, coded
/// by runs of at least five records. The rule's bandwidths are those of the density; they are widened as far as rows held out call for, see <see
/// cref="KdeOptions"/>.</para>
/// <para>Cost: fit O(rows · columns²) and a second or two to choose the bandwidth, sample O(numeric columns²) a row. Sources: Silverman, Density Estimation for Statistics and Data Analysis, 1986;
/// Aitchison, Aitken, Biometrika 63(3), 1976, doi:10.1093/biomet/63.3.413; Wang, van Ryzin, Biometrika 68(1), 1981, doi:10.1093/biomet/68.1.301.</para>
/// </remarks>
[Generator("kde", typeof(KdeOptions))]
public sealed class KdeGenerator : IGenerator, IModelLoader
{
    private const int MostRows = 50_000; // that correlations are measured on
    private readonly KdeOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public KdeGenerator(KdeOptions options)
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
        var columns = new KernelColumn[marginals.Length];
        TrainingTable.InParallel(columns.Length, context, i => columns[i] = KernelColumn.Of(marginals[i], training.Columns[i]));
        context.Progress?.Report(new(0.3, "correlations"));
        int[] numeric = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].IsNumeric)];
        var stride = Math.Max(1, training.Columns.RowCount / MostRows);
        var scores = new double[numeric.Length][];
        TrainingTable.InParallel(numeric.Length, context, k => scores[k] = columns[numeric[k]].MiddleScores(stride));
        var factor = ScoreCorrelations.Factor(scores, context);
        var schema = TrainingTable.ModelSchema(training, context.Schema, marginals);
        context.Progress?.Report(new(0.5, "bandwidth"));
        var (numbers, categories) = _options.Bandwidth > 0 ? (_options.Bandwidth, _options.Bandwidth) : new BandwidthChoice(training, columns, Model, context).Least();
        context.Progress?.Report(new(1, "done"));
        return Model(columns, numbers, categories);

        FittedKernel Model(KernelColumn[] rows, double numbers, double categories)
        {
            // The widths of all rows, also where half of them are tried: rules would give fewer rows wider kernels, which copy less.
            double count = columns[0].Atoms.Length, telling = rows.Count(column => column.IsNumeric || column.Choice is not null);
            return new FittedKernel(ModelOrigin.Of<KdeGenerator>(_options, context.Seed), schema, rows, factor,
                numbers * Bandwidths.OfNumbers(_options.Rule, count, telling), Math.Min(1, categories * Bandwidths.OfCategories(count, telling)));
        }
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedKernel.Load(reader);
    }
}
