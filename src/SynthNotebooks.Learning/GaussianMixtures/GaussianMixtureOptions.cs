namespace SynthNotebooks.Learning;

/// <summary>How a <see cref="GaussianMixture"/> is fitted.</summary>
/// <param name="Components">Number of components; 0 doubles it while the Bayesian information criterion gains. Default 0.</param>
/// <param name="MostComponents">Most components when the criterion chooses, at least 1; default 64.</param>
/// <param name="Diagonal">Whether numbers are independent within a component; default false.</param>
/// <param name="Regularisation">Added to the variances, in units of the numbers' variance; above 0, default 0.001.</param>
/// <param name="Threads">Most threads; results do not depend on it. Default 1.</param>
public sealed record GaussianMixtureOptions(int Components = 0, int MostComponents = 64, bool Diagonal = false, double Regularisation = 0.001, int Threads = 1);
