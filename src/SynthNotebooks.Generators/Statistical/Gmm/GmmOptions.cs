using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="GmmGenerator"/>.</summary>
/// <param name="Components">Number of components; 0 doubles it while the Bayesian information criterion gains. Default 0; legal 0 to 1024.</param>
/// <param name="Covariance">Whether numbers are correlated within a component: <c>full</c> (default) or <c>diagonal</c>.</param>
/// <param name="Regularisation">Added to the variances, in units of a column's variance. More is smoother. Default 0.001; legal 0.000001 to 10.</param>
public sealed record GmmOptions(int Components = 0, CovarianceForm Covariance = CovarianceForm.Full, double Regularisation = 0.001)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Components, 0, 1024);
        Require.InRange((int)Covariance, 0, 1);
        Require.InRange(Regularisation, 0.000001, 10);
    }
}
