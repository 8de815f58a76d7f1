using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Monte Carlo from named distributions: each numeric column by the family that explains it best, categories by their shares, independent columns.</summary>
/// <remarks>
/// <para>Values that at least a twentieth of the records share stand beside the distribution (zero-inflated and the like); it is cut off at the range
/// that may be told and laid on the column's grid. The model is a handful of numbers a column, which can be read: <see cref="IParametric"/>. Destroys
/// dependence; no privacy guarantee.</para>
/// <para>Cost: fit O(n log n) a column and some hundred passes over 3,000 points, sample O(1) a cell. Sources: Johnson, Kotz, Balakrishnan, Continuous
/// Univariate Distributions, 2nd ed. 1994; Schwarz, Ann. Statist. 6(2), 1978, doi:10.1214/aos/1176344136.</para>
/// </remarks>
[Generator("parametric", typeof(ParametricOptions))]
public sealed class ParametricGenerator : IGenerator, IModelLoader
{
    private readonly ParametricOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">The family is not one of the list.</exception>
    public ParametricGenerator(ParametricOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange((int)options.Family, 0, (int)ParametricFamily.Uniform);
        _options = options;
    }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var marginals = TrainingTable.Marginals(training, context);
        var families = new ColumnFamily?[marginals.Length];
        TrainingTable.InParallel(marginals.Length, context, i =>
        {
            if (marginals[i] is NumericMarginal numeric) (marginals[i], families[i]) = Described(numeric, context.Cancellation);
        });
        return new FittedParametric(ModelOrigin.Of<ParametricGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals),
            marginals, [.. families.OfType<ColumnFamily>()]);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedParametric.Load(reader);
    }

    private (NumericMarginal Marginal, ColumnFamily? Family) Described(NumericMarginal numeric, CancellationToken cancellation)
    {
        var shape = ParametricShape.Of(numeric);
        if (shape.Body is not { } body) return (numeric, null);
        var fits = DistributionFit.All(body, shape.Low, shape.High, cancellation);
        var wanted = fits.FirstOrDefault(fit => string.Equals(fit.Distribution.Family.Replace("-", "", StringComparison.Ordinal), _options.Family.ToString(), StringComparison.OrdinalIgnoreCase));
        var chosen = (wanted ?? (fits.Count > 0 ? fits[0] : null))?.Distribution;
        var total = shape.BodyMass + shape.Spikes.Sum(spike => spike.Records);
        return (shape.With(chosen), chosen is null ? null : new(numeric.Name, chosen.Family, chosen.Parameters, [.. shape.Spikes.Select(spike => (spike.Value, spike.Records / total))]));
    }
}
