using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The bivariate normal distribution with standard margins.</summary>
public static class BivariateNormal
{
    // Gauss-Legendre nodes and weights on (−1, 1), the negative half; 6, 12 and 20 points.
    private static readonly double[][] Weights =
    [
        [0.1713244923791705, 0.3607615730481384, 0.4679139345726904],
        [0.04717533638651177, 0.1069393259953183, 0.1600783285433464, 0.2031674267230659, 0.2334925365383547, 0.2491470458134029],
        [0.01761400713915212, 0.04060142980038694, 0.06267204833410906, 0.08327674157670475, 0.1019301198172404,
            0.1181945319615184, 0.1316886384491766, 0.1420961093183821, 0.1491729864726037, 0.1527533871307259],
    ];

    private static readonly double[][] Nodes =
    [
        [-0.9324695142031522, -0.6612093864662647, -0.2386191860831970],
        [-0.9815606342467191, -0.9041172563704750, -0.7699026741943050, -0.5873179542866171, -0.3678314989981802, -0.1252334085114692],
        [-0.9931285991850949, -0.9639719272779138, -0.9122344282513259, -0.8391169718222188, -0.7463319064601508,
            -0.6360536807265150, -0.5108670019508271, -0.3737060887154196, -0.2277858511416451, -0.07652652113349733],
    ];

    /// <summary>P(X ≤ x, Y ≤ y) at correlation ρ; absolute error below 1e-13.</summary>
    /// <param name="x">Any, infinities too.</param>
    /// <param name="y">Any, infinities too.</param>
    /// <param name="rho">−1 to 1.</param>
    /// <remarks>
    /// Cost: 6 to 20 exponentials. Source: Genz, Statistics and Computing 14, 2004, doi:10.1023/B:STCO.0000035304.20635.31, after Drezner and
    /// Wesolowsky, J. Statist. Comput. Simul. 35, 1990, doi:10.1080/00949659008811236.
    /// </remarks>
    public static double Cdf(double x, double y, double rho)
    {
        if (double.IsNegativeInfinity(x) || double.IsNegativeInfinity(y)) return 0;
        if (double.IsPositiveInfinity(x)) return PortableMath.NormalCdf(y);
        if (double.IsPositiveInfinity(y)) return PortableMath.NormalCdf(x);
        var value = Math.Abs(rho) < 0.925 ? Moderate(-x, -y, rho) : Strong(-x, -y, rho);
        return Math.Clamp(value, 0, 1);
    }

    /// <summary>The density at correlation ρ, which is also the derivative of <see cref="Cdf"/> by ρ (Plackett, Biometrika 41, 1954).</summary>
    public static double Density(double x, double y, double rho)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y)) return 0;
        var free = 1 - rho * rho;
        return PortableMath.Exp(-(x * x - 2 * rho * x * y + y * y) / (2 * free)) / (2 * Math.PI * Math.Sqrt(free));
    }

    // P(X > h, Y > k), |ρ| < .925: Gauss-Legendre over the angle.
    private static double Moderate(double h, double k, double rho)
    {
        var size = Math.Abs(rho) < 0.3 ? 0 : Math.Abs(rho) < 0.75 ? 1 : 2;
        double[] weights = Weights[size], nodes = Nodes[size];
        var half = (h * h + k * k) / 2;
        var product = h * k;
        var angle = ArcSine(rho);
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                var sine = Sine(angle * (side * nodes[i] + 1) / 2);
                sum += weights[i] * PortableMath.Exp((sine * product - half) / (1 - sine * sine));
            }
        }
        return sum * angle / (4 * Math.PI) + PortableMath.NormalCdf(-h) * PortableMath.NormalCdf(-k);
    }

    // P(X > h, Y > k), |ρ| ≥ .925: expansion around |ρ| = 1 plus quadrature of the remainder.
    private static double Strong(double h, double k, double rho)
    {
        double[] weights = Weights[2], nodes = Nodes[2];
        if (rho < 0) k = -k;
        var product = h * k;
        var sum = 0.0;
        if (Math.Abs(rho) < 1)
        {
            var ass = (1 - rho) * (1 + rho);
            var a = Math.Sqrt(ass);
            var bs = (h - k) * (h - k);
            var c = (4 - product) / 8;
            var d = (12 - product) / 16;
            var asr = -(bs / ass + product) / 2;
            if (asr > -100) sum = a * PortableMath.Exp(asr) * (1 - c * (bs - ass) * (1 - d * bs / 5) / 3 + c * d * ass * ass / 5);
            if (-product < 100)
            {
                var b = Math.Sqrt(bs);
                sum -= PortableMath.Exp(-product / 2) * Math.Sqrt(2 * Math.PI) * PortableMath.NormalCdf(-b / a) * b
                    * (1 - c * bs * (1 - d * bs / 5) / 3);
            }
            a /= 2;
            for (var i = 0; i < weights.Length; i++)
            {
                for (var side = -1; side <= 1; side += 2)
                {
                    var xs = a * (side * nodes[i] + 1);
                    xs *= xs;
                    var rs = Math.Sqrt(1 - xs);
                    asr = -(bs / xs + product) / 2;
                    if (asr > -100)
                        sum += a * weights[i] * PortableMath.Exp(asr)
                            * (PortableMath.Exp(-product * (1 - rs) / (2 * (1 + rs))) / rs - (1 + c * xs * (1 + d * xs)));
                }
            }
            sum = -sum / (2 * Math.PI);
        }
        if (rho > 0) return sum + PortableMath.NormalCdf(-Math.Max(h, k));
        sum = -sum;
        return k > h ? sum + PortableMath.NormalCdf(k) - PortableMath.NormalCdf(h) : sum;
    }

    // Taylor series; the argument is at most π/2 in size.
    private static double Sine(double x)
    {
        var z = x * x;
        return x * (1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110 * (1 - z / 156 * (1 - z / 210 * (1 - z / 272 * (1 - z / 342)))))))));
    }

    // Newton on the sine from a start that is good to 7e-5; |x| < .925, so the cosine stays away from 0.
    private static double ArcSine(double x)
    {
        var a = Math.Abs(x);
        var angle = Math.PI / 2 - Math.Sqrt(1 - a) * (1.5707288 + a * (-0.2121144 + a * (0.0742610 - a * 0.0187293)));
        for (var step = 0; step < 3; step++)
        {
            var sine = Sine(angle);
            angle -= (sine - a) / Math.Sqrt(1 - sine * sine);
        }
        return x < 0 ? -angle : angle;
    }
}
