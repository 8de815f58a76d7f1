using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Adversarial random forest: leaves of trees that tell real from synthetic rows become the components of a mixture.</summary>
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
        var trees = new ArfLearner(table.Encode(training, context), _options, context).Learn();
        context.Progress?.Report(new(1, "done"));
        return new FittedArf(ModelOrigin.Of<ArfGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), table, trees);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedArf.Load(reader);
    }
}
