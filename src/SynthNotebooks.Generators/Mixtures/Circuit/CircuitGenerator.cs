using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Probabilistic circuit: a hidden state behind every column, the hidden states joined as a Chow-Liu tree.</summary>
[Generator("circuit", typeof(CircuitOptions))]
public sealed class CircuitGenerator : IGenerator, IModelLoader
{
    private readonly CircuitOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CircuitGenerator(CircuitOptions options)
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
        var table = StateTable.Of(bins, training, fill: false, context.Threads, context.Cancellation);
        var layout = new StateLayout(bins);
        var start = new MixtureLearner(table, layout, new MixtureOptions(Components: _options.States, Smoothing: 1), context).Learn();
        var tree = new CircuitLearner(table, layout, start, _options, context).Learn();
        return new FittedStateModel(ModelOrigin.Of<CircuitGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), layout, new CircuitModel(tree));
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var layout = FittedStateModel.LoadLayout(reader);
        return new FittedStateModel(reader.Origin, reader.Schema, layout, CircuitModel.Load(layout, reader.Part("states")));
    }
}
