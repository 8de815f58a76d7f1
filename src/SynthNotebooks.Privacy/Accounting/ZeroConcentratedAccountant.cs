using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Conversions between ρ-zCDP and (ε, δ). Costs ρ add up.</summary>
/// <remarks>
/// Sources: Bun, Steinke, arXiv:1605.02065 (definition; the classic bound); Canonne, Kamath, Steinke, arXiv:2004.00010, Corollary 13 (the tight bound
/// over Rényi orders, used unless told otherwise). Each O(100) logarithms per bisection step.
/// </remarks>
public static class ZeroConcentratedAccountant
{
    /// <summary>Smallest ε at a δ.</summary>
    /// <param name="rho">At least 0.</param>
    /// <param name="delta">Above 0, below 1.</param>
    public static double Epsilon(double rho, double delta)
    {
        CheckRho(rho);
        AccountingRange.CheckDelta(delta);
        if (rho == 0) return 0;
        return Bisection.SmallestTrue(epsilon => Delta(rho, epsilon) <= delta, 0, ClassicEpsilon(rho, delta) + 1e-9);
    }

    /// <summary>ρ + 2√(ρ ln(1/δ)): the bound of Bun and Steinke, looser.</summary>
    public static double ClassicEpsilon(double rho, double delta)
    {
        CheckRho(rho);
        AccountingRange.CheckDelta(delta);
        return rho + 2 * Math.Sqrt(-rho * PortableMath.Log(delta));
    }

    /// <summary>Smallest δ at an ε.</summary>
    /// <param name="rho">At least 0.</param>
    /// <param name="epsilon">At least 0.</param>
    public static double Delta(double rho, double epsilon)
    {
        CheckRho(rho);
        AccountingRange.CheckEpsilon(epsilon);
        if (rho == 0) return 0;
        // Any order bounds δ; the derivative of the logarithm of the bound rises with the order, its zero is the best.
        var order = Bisection.SmallestTrue(alpha => (2 * alpha - 1) * rho - epsilon + StableMath.LogOnePlus(-1 / alpha) >= 0, 1.001, (epsilon + 1) / (2 * rho) + 2);
        var log = (order - 1) * (order * rho - epsilon) + order * StableMath.LogOnePlus(-1 / order) - PortableMath.Log(order - 1);
        return Math.Min(1, PortableMath.Exp(log));
    }

    /// <summary>Largest ρ whose <see cref="Epsilon"/> at a δ is at most ε: what a budget of (ε, δ) buys.</summary>
    /// <param name="epsilon">Above 0.</param>
    /// <param name="delta">Above 0, below 1.</param>
    public static double Rho(double epsilon, double delta)
    {
        if (!(epsilon > 0)) throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be above 0.");
        AccountingRange.CheckDelta(delta);
        var rho = Bisection.LargestTrue(rho => Delta(rho, epsilon) <= delta, 0, epsilon + 1);
        // One part in 10^13 less, so that rounding in the inverse does not charge more than was asked for.
        return rho * (1 - 1e-13);
    }

    private static void CheckRho(double rho)
    {
        if (!(rho >= 0 && double.IsFinite(rho))) throw new ArgumentOutOfRangeException(nameof(rho), rho, "Rho must be finite and at least 0.");
    }
}
