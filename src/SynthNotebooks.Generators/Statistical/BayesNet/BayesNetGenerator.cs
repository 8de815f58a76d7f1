using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Bayesian network: every column depends on a few others, found by Chow-Liu tree and hill climbing.</summary>
/// <remarks>
/// <para>Every column is cut into bins on its marginal's scale, with missing cells as one more state; a cell is drawn inside its bin from the marginal.
/// Tables are smoothed towards those of fewer parents as far as predicts left-out records best. Keeps marginals, missing patterns and the dependence
/// along edges; conditions, imputation and density are exact. Offers no privacy guarantee.</para>
/// <para>Cost: fit rows · columns² / 2 counts for the tree, and some rows · columns · 12 for hill climbing; a cell of a sample O(parents). Sources: Chow,
/// Liu, IEEE Trans. Inf. Theory 14(3), 1968, doi:10.1109/TIT.1968.1054142; Heckerman, Geiger, Chickering, Machine Learning 20, 1995,
/// doi:10.1007/BF00994016; Koller, Friedman, Probabilistic Graphical Models, 2009.</para>
/// </remarks>
[Generator("bayesnet", typeof(BayesNetOptions))]
public sealed class BayesNetGenerator : IGenerator, IModelLoader
{
    private readonly BayesNetOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public BayesNetGenerator(BayesNetOptions options)
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
        var numeric = _options.Bins > 0 ? _options.Bins : (int)Math.Clamp(Math.Sqrt(training.Columns.RowCount) / 4, 4, 32);
        ColumnBins[] bins = [.. marginals.Select(marginal => ColumnBins.Of(marginal, marginal is NumericMarginal ? numeric : Math.Max(numeric, 256)))];
        var data = StateColumns.Of(bins, training, context);
        context.Progress?.Report(new(0.2, "tree"));
        var parents = NetworkSearch.Parents(data, _options, context);
        context.Progress?.Report(new(0.8, "tables"));
        var tables = new ConditionalTable[bins.Length];
        TrainingTable.InParallel(tables.Length, context, i => tables[i] = ConditionalTable.Of(data, i, parents[i], Math.Max(1, context.MinimumCount)));
        return new FittedStateModel(ModelOrigin.Of<BayesNetGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals),
            new StateLayout(bins), new BayesNetwork(tables, _options.CliqueCells));
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var layout = FittedStateModel.LoadLayout(reader);
        return new FittedStateModel(reader.Origin, reader.Schema, layout, BayesNetwork.Load(layout, reader.Part("states"), _options.CliqueCells));
    }
}
