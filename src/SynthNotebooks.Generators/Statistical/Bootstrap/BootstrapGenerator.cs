using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Repeats training rows drawn with replacement: not private, the leaky control that attacks must find.</summary>
/// <remarks>
/// <para>Rows come out as they are, rare categories and extremes too; only identifiers and free text are made anew. The best fidelity there is, and
/// the worst privacy: a score of an attack or a distance means something beside that of this model. Refuses a privacy budget. Conditions
/// are exact: the rows that meet them are repeated (not on numbers that are smoothed). The model file holds
/// the rows.</para>
/// <para>Cost: fit O(rows · columns), sample O(1) a cell. Sources: Efron, Ann. Statist. 7(1), 1979, doi:10.1214/aos/1176344552; smoothed: Silverman, Young,
/// Biometrika 74(3), 1987, doi:10.1093/biomet/74.3.469.</para>
/// </remarks>
[Generator("bootstrap", typeof(BootstrapOptions), CopiesRows = true)]
public sealed class BootstrapGenerator : IGenerator, IModelLoader
{
    private readonly BootstrapOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public BootstrapGenerator(BootstrapOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Budget is not null) throw new FitException("The model 'bootstrap' repeats training rows: no budget makes it private. Choose a private model.");
        var marginals = TrainingTable.Marginals(training, context with { MinimumCount = 1, ExtremeRecords = 0 });
        var columns = new ResampledColumn[marginals.Length];
        TrainingTable.InParallel(columns.Length, context, i => columns[i] = ResampledColumn.Of(training.Columns[i], marginals[i]));
        return new FittedBootstrap(ModelOrigin.Of<BootstrapGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), columns, _options.Smoothing);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedBootstrap.Load(reader, _options.Smoothing);
    }
}
