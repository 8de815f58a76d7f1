using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Shallow mixture: some hundred kinds of rows, in each of which the columns are independent.</summary>
/// <remarks>
/// <para>Every column is cut into bins on its marginal's scale, with missing cells as one more state; a component gives each state a probability.
/// Components are learnt by expectation-maximisation from a few that are split again and again while held-out rows gain by it, never from single
/// rows, and are pulled to the marginals as far as predicts left-out records best. Blocks of columns of which tests find that they tell nothing of each
/// other get a mixture each. Keeps marginals, missing patterns and most dependence between
/// any columns; conditions, imputation and density are exact. Offers no privacy guarantee.</para>
/// <para>Cost: fit O(rows · columns · components) a round, a few seconds for 30,000 rows of 15 columns; a cell of a sample O(1). Sources: Dempster,
/// Laird, Rubin, JRSS B 39(1), 1977, doi:10.1111/j.2517-6161.1977.tb01600.x; the ShallowMixture baseline of Scassola et al., 2026, arXiv:2603.23016;
/// splitting after Linde, Buzo, Gray, IEEE Trans. Commun. 28(1), 1980, doi:10.1109/TCOM.1980.1094577.</para>
/// </remarks>
[Generator("mixture", typeof(MixtureOptions))]
public sealed class MixtureGenerator : IGenerator, IModelLoader
{
    private const int MostComponents = 400;
    private readonly MixtureOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MixtureGenerator(MixtureOptions options)
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
        var bins = StateTable.BinsFor(marginals, training.Columns.RowCount, _options.Bins);
        var table = StateTable.Of(bins, training, context.Threads, context.Cancellation);
        var layout = new StateLayout(bins);
        var model = BlockModel.Fit(table, layout, context, (rows, own, around) => new MixtureModel(new MixtureLearner(rows, own, _options, MostComponents, around).Learn()));
        return new FittedStateModel(ModelOrigin.Of<MixtureGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), layout, model);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var layout = FittedStateModel.LoadLayout(reader);
        return new FittedStateModel(reader.Origin, reader.Schema, layout, BlockModel.Load(layout, reader.Part("states"), MixtureModel.Load));
    }
}
