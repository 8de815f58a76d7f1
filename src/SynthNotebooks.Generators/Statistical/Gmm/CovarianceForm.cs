namespace SynthNotebooks.Generators.Statistical;

/// <summary>Form of the covariances of a Gaussian mixture.</summary>
public enum CovarianceForm
{
    /// <summary>Numbers are correlated within a component.</summary>
    Full,

    /// <summary>Numbers are independent within a component.</summary>
    Diagonal,
}
