using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>The exact privacy of Gaussian noise of standard deviation σ on a query of L2 sensitivity Δ.</summary>
/// <remarks>
/// δ(ε) = Φ(Δ/2σ − εσ/Δ) − e^ε Φ(−Δ/2σ − εσ/Δ). The classic σ = Δ√(2 ln(1.25/δ))/ε is not offered: at ε = 10, δ = 1e-5 it gives too little noise. k
/// releases are one of σ/√k. Source: Balle, Wang, arXiv:1805.06530, Theorem 8.
/// </remarks>
public static class GaussianAccountant
{
    /// <summary>δ at an ε.</summary>
    /// <param name="sigma">Above 0.</param>
    /// <param name="epsilon">At least 0.</param>
    /// <param name="sensitivity">Δ, above 0, default 1.</param>
    public static double Delta(double sigma, double epsilon, double sensitivity = 1)
    {
        Check(sigma, nameof(sigma));
        Check(sensitivity, nameof(sensitivity));
        AccountingRange.CheckEpsilon(epsilon);
        var ratio = sensitivity / sigma;
        var first = Normal.LowerTail(ratio / 2 - epsilon / ratio);
        var tail = Normal.LowerTail(-ratio / 2 - epsilon / ratio);
        var second = tail == 0 ? 0 : PortableMath.Exp(epsilon + PortableMath.Log(tail));
        // Rounded upwards by the error of the two tails.
        return Math.Min(1, Math.Max(0, first - second) + 4e-16 * first);
    }

    /// <summary>Smallest ε at a δ.</summary>
    public static double Epsilon(double sigma, double delta, double sensitivity = 1)
    {
        AccountingRange.CheckDelta(delta);
        if (Delta(sigma, 0, sensitivity) <= delta) return 0;
        var high = 1.0;
        while (Delta(sigma, high, sensitivity) > delta) high *= 2;
        return Bisection.SmallestTrue(epsilon => Delta(sigma, epsilon, sensitivity) <= delta, 0, high);
    }

    /// <summary>Smallest σ that gives (ε, δ).</summary>
    /// <param name="epsilon">At least 0.</param>
    /// <param name="delta">Above 0, below 1.</param>
    /// <param name="sensitivity">Δ, above 0, default 1.</param>
    public static double Sigma(double epsilon, double delta, double sensitivity = 1)
    {
        AccountingRange.CheckDelta(delta);
        var high = sensitivity;
        while (Delta(high, epsilon, sensitivity) > delta) high *= 2;
        return Bisection.SmallestTrue(sigma => Delta(sigma, epsilon, sensitivity) <= delta, high / 1048576, high);
    }

    private static void Check(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, $"The {name} must be positive and finite.");
    }
}
