namespace SynthNotebooks.Learning;

/// <summary>A continuous distribution with its parameters. Immutable.</summary>
public interface IDistribution
{
    /// <summary>The family's name, lower case with hyphens.</summary>
    string Family { get; }

    /// <summary>The parameters by name.</summary>
    IReadOnlyList<(string Name, double Value)> Parameters { get; }

    /// <summary>Natural logarithm of the density; −∞ outside the support.</summary>
    double LogDensity(double x);

    /// <summary>P(X ≤ x), 0 to 1.</summary>
    double Cdf(double x);

    /// <summary>The x with P(X ≤ x) = p.</summary>
    /// <param name="p">0 to 1; the ends give the ends of the support.</param>
    double Quantile(double p);
}
