using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>What an attack's hits prove about ρ of zero-concentrated differential privacy, with a stated confidence.</summary>
/// <remarks>
/// ρ-zCDP bounds the Rényi divergence of every order α by αρ, in both directions, and no attack's answers can diverge by more than what it looked at. So ρ is at least the
/// divergence of the answers' two rates over α, at the order that shows most, with Clopper-Pearson limits of the rates. A small excess that is spread over all outputs
/// (Gaussian noise) shows here long before it shows as (ε, δ), which looks at tails alone. Sources: Bun, Steinke, arXiv:1605.02065 (definition and post-processing); van Erven, Harremoës,
/// arXiv:1206.2459 (data processing); Nasr and others, arXiv:2302.07956 (audits along the whole trade-off of a Gaussian).
/// </remarks>
public static class RhoLowerBound
{
    // 1 + 2^-8 to 1 + 2^7: the best order is 1 for small shifts and grows as rates part.
    private const int FirstPower = -8, LastPower = 7;

    /// <summary>The bound, at least 0.</summary>
    /// <param name="truePositives">Runs with the record in which the attack says so.</param>
    /// <param name="positives">Runs with the record, at least 1.</param>
    /// <param name="falsePositives">Runs without it in which the attack says that it is there.</param>
    /// <param name="negatives">Runs without it, at least 1.</param>
    /// <param name="confidence">Default 0.95, legal 0.5 to 0.999999999999.</param>
    public static double Of(int truePositives, int positives, int falsePositives, int negatives, double confidence = 0.95) =>
        Of(RateLimits.Of(truePositives, positives, falsePositives, negatives, confidence));

    internal static double Of(RateLimits limits)
    {
        var (p, q) = (limits.Found, limits.Wrong);
        // Between rates whose order is not certain the divergence may be nothing.
        if (p <= q) return 0;
        var best = 0.0;
        for (var power = FirstPower; power <= LastPower; power++)
        {
            var order = 1 + Math.ScaleB(1, power);
            best = Math.Max(best, Math.Max(Divergence(p, q, order), Divergence(q, p, order)) / order);
        }
        return best;
    }

    /// <summary>Rényi divergence of one coin from another.</summary>
    private static double Divergence(double p, double q, double order)
    {
        var (heads, tails) = (Term(p, q, order), Term(1 - p, 1 - q, order));
        var most = Math.Max(heads, tails);
        if (double.IsInfinity(most)) return 0; // a limit of 0 or 1: nothing is proven by this order
        return (most + PortableMath.Log(PortableMath.Exp(heads - most) + PortableMath.Exp(tails - most))) / (order - 1);
    }

    // Logarithm of p^α q^(1−α).
    private static double Term(double p, double q, double order) => p <= 0 ? -1e300 : q <= 0 ? double.PositiveInfinity : order * PortableMath.Log(p) + (1 - order) * PortableMath.Log(q);
}
