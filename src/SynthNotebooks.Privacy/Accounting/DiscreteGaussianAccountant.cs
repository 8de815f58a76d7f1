using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>The exact privacy of one discrete Gaussian draw of parameter σ on an integer of sensitivity Δ.</summary>
/// <remarks>δ(ε) = P[Y &gt; εσ²/Δ − Δ/2] − e^ε P[Y &gt; εσ²/Δ + Δ/2]. Source: Canonne, Kamath, Steinke, arXiv:2004.00010, Theorem 7. Cost O(σ) a value.</remarks>
public static class DiscreteGaussianAccountant
{
    /// <summary>δ at an ε.</summary>
    /// <param name="sigma">Above 0, at most 1e6.</param>
    /// <param name="epsilon">At least 0.</param>
    /// <param name="sensitivity">Δ, at least 1.</param>
    public static double Delta(double sigma, double epsilon, int sensitivity = 1)
    {
        if (!(sigma is > 0 and <= 1e6)) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Sigma must lie above 0 and at most at 1e6.");
        AccountingRange.CheckEpsilon(epsilon);
        ArgumentOutOfRangeException.ThrowIfLessThan(sensitivity, 1);
        var variance = sigma * sigma;
        var cut = epsilon * variance / sensitivity;
        var normaliser = DiscreteGaussianLoss.Normaliser(sigma);
        var delta = new FixedOrderSum();
        // Every outcome contributes max(0, P − e^ε Q): no cancellation between large sums.
        for (var y = (long)Math.Floor(cut - sensitivity / 2.0) + 1; ; y++)
        {
            var mass = PortableMath.Exp(-(double)y * y / (2 * variance)) / normaliser;
            var other = PortableMath.Exp(epsilon - ((double)y + sensitivity) * ((double)y + sensitivity) / (2 * variance)) / normaliser;
            delta.Add(Math.Max(0, mass - other));
            if (y > 0 && mass < 1e-30) break;
        }
        return Math.Min(1, delta.Value * (1 + 1e-14) + 1e-29);
    }

    /// <summary>Smallest ε at a δ.</summary>
    public static double Epsilon(double sigma, double delta, int sensitivity = 1)
    {
        AccountingRange.CheckDelta(delta);
        if (Delta(sigma, 0, sensitivity) <= delta) return 0;
        var high = 1.0;
        while (Delta(sigma, high, sensitivity) > delta) high *= 2;
        return Bisection.SmallestTrue(epsilon => Delta(sigma, epsilon, sensitivity) <= delta, 0, high);
    }
}
