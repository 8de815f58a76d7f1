using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Shallow mixture of independent columns, learnt by expectation-maximisation.</summary>
[Generator("mixture", typeof(MixtureOptions))]
public sealed class MixtureGenerator : IGenerator, IModelLoader
{
    private readonly MixtureOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MixtureGenerator(MixtureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <summary>Told of progress in likelihood; for experiments.</summary>
    public Action<string>? Trace { get; set; }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var marginals = TrainingTable.Marginals(training, context);
        var bins = StateTable.BinsFor(marginals, training.Columns.RowCount, _options.Bins);
        var table = StateTable.Of(bins, training, fill: false, context.Threads, context.Cancellation);
        var layout = new StateLayout(bins);
        var mixture = new MixtureLearner(table, layout, _options, context) { Trace = Trace }.Learn();
        return new FittedStateModel(ModelOrigin.Of<MixtureGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), layout, new MixtureModel(mixture));
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var layout = FittedStateModel.LoadLayout(reader);
        return new FittedStateModel(reader.Origin, reader.Schema, layout, MixtureModel.Load(layout, reader));
    }
}
