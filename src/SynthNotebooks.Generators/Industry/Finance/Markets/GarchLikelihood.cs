using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Log-likelihood of shocks under GARCH(1,1), the variance of the first day being that of the sample.</summary>
internal sealed class GarchLikelihood(double[] shocks, bool student, CancellationToken cancellation)
{
    private const double LogTwoPi = 1.8378770664093454836;
    private readonly double _first = FixedOrderSum.Of(Array.ConvertAll(shocks, shock => shock * shock)) / shocks.Length;

    /// <param name="natural">Omega, alpha, beta and, for Student-t innovations, their degrees of freedom.</param>
    public double Of(double[] natural)
    {
        cancellation.ThrowIfCancellationRequested();
        var garch = new Garch(natural[0], natural[1], natural[2]);
        var degrees = student ? natural[3] : 0;
        var (sum, variance) = (new FixedOrderSum(), _first);
        foreach (var shock in shocks)
        {
            var square = shock * shock / variance;
            sum.Add(student
                ? PortableMath.Log(variance) + (degrees + 1) * PortableMath.Log(1 + square / (degrees - 2))
                : PortableMath.Log(variance) + square);
            variance = garch.Next(variance, shock);
        }
        var each = student
            ? SpecialFunctions.LogGamma((degrees + 1) / 2) - SpecialFunctions.LogGamma(degrees / 2) - 0.5 * PortableMath.Log(Math.PI * (degrees - 2))
            : -0.5 * LogTwoPi;
        return shocks.Length * each - 0.5 * sum.Value;
    }
}
