using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Student t copula over empirical marginals: like the Gaussian one, but extremes of different columns come together.</summary>
/// <remarks>
/// <para>Latent variables, their correlations and the marginals are those of <see cref="CopulaGenerator"/>, each column of categories in one order; degrees
/// of freedom by profile likelihood of the numeric columns' ranks. Marginals and missing rates come out exactly. No privacy guarantee.</para>
/// <para>Cost: fit O(rows · columns²), sample O(columns²) a row. Sources: Demarta, McNeil, International Statistical Review 73(1), 2005,
/// doi:10.1111/j.1751-5823.2005.tb00254.x; Olsson, Psychometrika 44, 1979, doi:10.1007/BF02296207.</para>
/// </remarks>
[Generator("t-copula", typeof(TCopulaOptions))]
public sealed class TCopulaGenerator : IGenerator, IModelLoader
{
    private readonly TCopulaOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public TCopulaGenerator(TCopulaOptions options)
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
        var latent = new CopulaOptions(_options.Classes, _options.PriorRecords, Decisions: 1); // nested decisions would not be independent of each other
        var variables = LatentVariables.Of(training, TrainingTable.Marginals(training, context), latent, context);
        context.Progress?.Report(new(0.5, "correlations"));
        var factor = LatentCorrelations.Factor(variables, latent, context);
        context.Progress?.Report(new(0.8, "degrees of freedom"));
        var degrees = _options.Degrees > 0 ? _options.Degrees : DegreesOfFreedom.Likeliest(training, variables, factor, context);
        return new FittedCopula(ModelOrigin.Of<TCopulaGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, variables.Marginals),
            variables.Marginals, variables.ValueLatents, variables.MissingLatents, variables.Trees, factor, new StudentScale(degrees));
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedCopula.Load(reader, new StudentScale(reader.Real("degrees", 2, 1000)));
    }
}
