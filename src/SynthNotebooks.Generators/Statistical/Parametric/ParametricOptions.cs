namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="ParametricGenerator"/>.</summary>
/// <param name="Family">The family of all numeric columns; <c>best</c> (default) chooses for each column by the Bayesian information criterion.</param>
public sealed record ParametricOptions(ParametricFamily Family = ParametricFamily.Best);
