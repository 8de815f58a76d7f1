using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Rényi divergences of the Poisson-sampled Gaussian, in two independent ways.</summary>
/// <remarks>Source: Mironov, Talwar, Zhang, arXiv:1908.10530, section 3.3 (binomial sum).</remarks>
internal static class SampledGaussianRenyi
{
    /// <summary>Integer orders, add-remove: ln Σ C(α, k)(1 − q)^(α−k) q^k e^(k(k−1)/2σ²) / (α − 1).</summary>
    public static double ByBinomial(double rate, double sigma, int order)
    {
        double sum = double.NegativeInfinity, choose = 0, rest = StableMath.LogOnePlus(-rate), log = PortableMath.Log(rate);
        for (var k = 0; k <= order; k++)
        {
            if (k > 0) choose += PortableMath.Log((double)(order - k + 1) / k);
            sum = StableMath.LogSum(sum, choose + (order - k) * rest + k * log + k * (k - 1.0) / (2 * sigma * sigma));
        }
        return Math.Max(0, sum) / (order - 1);
    }

    /// <summary>Any order above 1: the integral of P^α Q^(1−α) by the trapezoid rule, which converges exponentially for such integrands.</summary>
    public static double ByQuadrature(double rate, double sigma, double order, bool replaced)
    {
        var variance = sigma * sigma;
        double rest = StableMath.LogOnePlus(-rate), log = PortableMath.Log(rate), half = 1 / (2 * variance);
        var step = Math.Min(sigma / 16, variance / 4);
        // The integrand's bulk lies between 0 and α (2α when a record is replaced), some deviations beyond it nothing is left.
        var (low, high) = (-(replaced ? 1 : 0) - 40 * sigma, (replaced ? 2 : 1) * order + 40 * sigma);
        var count = (long)Math.Ceiling((high - low) / step);
        var values = new double[count + 1];
        var top = double.NegativeInfinity;
        for (var i = 0L; i <= count; i++)
        {
            var x = low + i * step;
            var up = StableMath.LogSum(rest, log + (2 * x - 1) * half);
            var down = replaced ? StableMath.LogSum(rest, log - (2 * x + 1) * half) : 0;
            values[i] = -x * x * half + order * up + (1 - order) * down;
            top = Math.Max(top, values[i]);
        }
        var sum = new FixedOrderSum();
        foreach (var value in values) sum.Add(PortableMath.Exp(value - top));
        var integral = top + PortableMath.Log(sum.Value * step / (sigma * 2.5066282746310002));
        return Math.Max(0, integral) / (order - 1);
    }
}
