using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Multivariate normal distribution over standardised numbers, with categories and missing cells as cut normal variables.</summary>
/// <remarks>
/// <para>A number is mean + deviation · z, cut off at the range that may be told and laid on its grid; values that at least a twentieth of the records
/// share keep their share beside it. Numbers without such values correlate by Pearson's coefficient of their values, all other pairs by the polychoric
/// one of <see cref="CopulaGenerator"/>. The textbook model: keeps means, deviations and correlations, loses the form of distributions. No privacy
/// guarantee.</para>
/// <para>Cost: fit O(rows · columns²), sample O(columns²) a row. Sources: Anderson, An Introduction to Multivariate Statistical Analysis, 3rd ed. 2003;
/// Olsson, Psychometrika 44, 1979, doi:10.1007/BF02296207.</para>
/// </remarks>
[Generator("mvn", typeof(MvnOptions))]
public sealed class MvnGenerator : IGenerator, IModelLoader
{
    private readonly MvnOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MvnGenerator(MvnOptions options)
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
        var latent = new CopulaOptions(_options.Classes, _options.PriorRecords, Decisions: 1);
        var variables = LatentVariables.Of(training, TrainingTable.Marginals(training, context), latent, context);
        var marginals = variables.Marginals;
        var numbers = new double[]?[variables.Latents.Length]; // by latent variable, where it is a number without spikes
        TrainingTable.InParallel(marginals.Length, context, i =>
        {
            if (marginals[i] is not NumericMarginal numeric) return;
            var shape = ParametricShape.Of(numeric);
            if (variables.ValueLatents[i] is >= 0 and var at && shape.Spikes.Count == 0) numbers[at] = training.Columns[i].ToNumbers();
            marginals[i] = shape.With(shape.Body is { } body ? NormalDistribution.Fit(body) : null);
        });
        context.Progress?.Report(new(0.5, "correlations"));
        var factor = LatentCorrelations.Factor(variables, latent, context, (i, j) => numbers[i] is { } a && numbers[j] is { } b ? Pearson(a, b) : null);
        return new FittedCopula(ModelOrigin.Of<MvnGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals),
            marginals, variables.ValueLatents, variables.MissingLatents, variables.Trees, factor);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return FittedCopula.Load(reader);
    }

    // Over rows in which both are finite; null when one does not vary.
    private static double? Pearson(double[] a, double[] b)
    {
        FixedOrderSum sumA = default, sumB = default;
        var n = 0;
        for (var row = 0; row < a.Length; row++)
        {
            if (!double.IsFinite(a[row]) || !double.IsFinite(b[row])) continue;
            sumA.Add(a[row]);
            sumB.Add(b[row]);
            n++;
        }
        FixedOrderSum aa = default, bb = default, ab = default;
        double meanA = sumA.Value / n, meanB = sumB.Value / n;
        for (var row = 0; row < a.Length; row++)
        {
            if (!double.IsFinite(a[row]) || !double.IsFinite(b[row])) continue;
            aa.Add((a[row] - meanA) * (a[row] - meanA));
            bb.Add((b[row] - meanB) * (b[row] - meanB));
            ab.Add((a[row] - meanA) * (b[row] - meanB));
        }
        var correlation = ab.Value / Math.Sqrt(aa.Value) / Math.Sqrt(bb.Value);
        return double.IsFinite(correlation) ? Math.Clamp(correlation, -Polychoric.Limit, Polychoric.Limit) : null;
    }
}
