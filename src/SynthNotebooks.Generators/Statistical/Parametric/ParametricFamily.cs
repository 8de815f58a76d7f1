namespace SynthNotebooks.Generators.Statistical;

/// <summary>Families of distributions of numeric columns.</summary>
public enum ParametricFamily
{
    /// <summary>The one of lowest Bayesian information criterion, for each column.</summary>
    Best,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Normal logarithm.</summary>
    LogNormal,

    /// <summary>Gamma.</summary>
    Gamma,

    /// <summary>Beta between the column's ends.</summary>
    Beta,

    /// <summary>Weibull.</summary>
    Weibull,

    /// <summary>Student's t with location and scale.</summary>
    StudentT,

    /// <summary>Exponential.</summary>
    Exponential,

    /// <summary>Even between the column's ends.</summary>
    Uniform,
}
