using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Adversarial random forest: leaves of trees that tell real from synthetic rows become the components of a mixture.</summary>
/// <remarks>
/// <para>A forest learns to tell the table from its columns drawn independently; rows made leaf by leaf are the next opponent, until the forest
/// is fooled or the rounds are over. In a leaf the columns are independent, each over bins of its marginal and missing, pulled towards the nodes above as far
/// as predicts held-out rows best. Conditions, imputation and density are exact. Offers no privacy guarantee.</para>
/// <para>Cost: fit rows · √columns · depth a tree and round, a few seconds for 30,000 rows of 15 columns; a cell of a sample O(1); memory a byte a training
/// cell and tree. Source: Watson, Blesch, Kapar, Wright, AISTATS 2023, arXiv:2205.09435. Unlike there, leaves hold smoothed frequencies instead of
/// truncated normal densities, and the game is judged on held-out rows instead of out-of-bag ones.</para>
/// </remarks>
[Generator("arf", typeof(ArfOptions))]
public sealed class ArfGenerator : IGenerator, IModelLoader
{
    private readonly ArfOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public ArfGenerator(ArfOptions options)
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
        var table = CodedTable.Of(marginals, training.Columns.RowCount, _options.Bins);
        var layout = new StateLayout(table.Bins);
        var trees = new ArfLearner(layout, table.Encode(training, context), _options, context).Learn();
        context.Progress?.Report(new(1, "done"));
        return new FittedStateModel(ModelOrigin.Of<ArfGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), layout, new ArfModel(layout, trees));
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var layout = FittedStateModel.LoadLayout(reader);
        return layout.Bins.All(bins => bins.States <= CodedColumn.MostStates)
            ? new FittedStateModel(reader.Origin, reader.Schema, layout, ArfModel.Load(layout, reader.Part("states")))
            : throw new ModelFormatException($"A column of the model has more than {CodedColumn.MostStates} states.");
    }
}
