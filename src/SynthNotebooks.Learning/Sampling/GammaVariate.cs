using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Draws of gamma variables, exact and in constant expected time.</summary>
/// <remarks>Source: Marsaglia, Tsang, ACM TOMS 26(3), 2000, doi:10.1145/358407.358414.</remarks>
public static class GammaVariate
{
    /// <summary>A draw of scale 1.</summary>
    /// <param name="shape">At least 1.</param>
    /// <param name="random">The only source of randomness; some two normal and two uniform numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is less than 1.</exception>
    public static double Draw(double shape, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextNormal();
            var root = 1 + c * x;
            if (root <= 0) continue;
            var v = root * root * root;
            if (PortableMath.Log(random.NextOpenDouble()) < x * x / 2 + d - d * v + d * PortableMath.Log(v)) return d * v;
        }
    }
}
