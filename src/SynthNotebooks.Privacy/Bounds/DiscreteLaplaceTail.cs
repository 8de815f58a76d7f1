using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Tails of discrete Laplace noise of scale 1/ε: P[Z ≥ k] = e^(−kε) / (1 + e^(−ε)) for k above 0.</summary>
internal static class DiscreteLaplaceTail
{
    /// <summary>Smallest k, at least 1, with P[Z ≥ k] at most a probability.</summary>
    public static long FirstBelow(double epsilon, double probability)
    {
        var k = (long)Math.Max(1, Math.Ceiling(-PortableMath.Log(probability * (1 + PortableMath.Exp(-epsilon))) / epsilon));
        while (Tail(epsilon, k) > probability) k++; // the rounding of the closed form errs by one at most
        return k;
    }

    /// <summary>P[Z ≥ k] for k at least 1, rounded upwards.</summary>
    public static double Tail(double epsilon, long k) => PortableMath.Exp(-k * epsilon) / (1 + PortableMath.Exp(-epsilon)) * (1 + 1e-12);
}
