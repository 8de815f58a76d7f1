using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>The one way to a fit that heeds <see cref="FitContext.Constraints"/>.</summary>
public static class ConstrainedFitting
{
    /// <summary>Fits a generator such that every sampled row keeps the context's constraints; without constraints this is <see cref="IGenerator.Fit"/>.</summary>
    /// <param name="generator">Any; see <see cref="ConstrainedGenerator"/>.</param>
    /// <param name="training">At least one row and one column.</param>
    /// <param name="context">Its schema is that of the table.</param>
    /// <returns>A model that is <see cref="IConstrained"/> when there are constraints.</returns>
    /// <exception cref="FitException">The table cannot be learnt, or the constraints cannot be met; the message says why.</exception>
    public static IFittedGenerator FitConstrained(this IGenerator generator, DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(context);
        return context.Constraints.IsEmpty ? generator.Fit(training, context) : new ConstrainedGenerator(generator).Fit(training, context);
    }
}
