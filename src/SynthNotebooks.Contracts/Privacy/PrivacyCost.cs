using System.Globalization;

namespace SynthNotebooks.Contracts;

/// <summary>What one access to real data costs: pure ε, or ρ of zero-concentrated privacy, and a δ on top.</summary>
/// <remarks>A pure ε also carries the ρ that it implies, so that costs of both kinds add up in ρ.</remarks>
public readonly record struct PrivacyCost
{
    private PrivacyCost(double epsilon, double rho, double delta) => (Epsilon, Rho, Delta) = (epsilon, rho, delta);

    /// <summary>ε of pure privacy, or of the point (ε, δ); +∞ when only ρ is known.</summary>
    public double Epsilon { get; }

    /// <summary>ρ of zero-concentrated privacy; +∞ when only the point (ε, δ) is known.</summary>
    public double Rho { get; }

    /// <summary>δ that is added to that of the whole; 0 for pure and zero-concentrated costs.</summary>
    public double Delta { get; }

    /// <summary>ε-DP; its ρ is ε²/2 unless a better one is known (ε²/8 for the exponential mechanism).</summary>
    /// <param name="epsilon">Above 0 and finite.</param>
    /// <param name="rho">A better ρ, when known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal.</exception>
    public static PrivacyCost Pure(double epsilon, double rho = double.PositiveInfinity)
    {
        Positive(epsilon, "epsilon", nameof(epsilon));
        if (!(rho > 0)) throw new ArgumentOutOfRangeException(nameof(rho), rho, "A cost's rho must be above 0.");
        return new(epsilon, Math.Min(rho, Math.BitIncrement(epsilon * epsilon / 2)), 0);
    }

    /// <summary>ρ-zCDP.</summary>
    /// <param name="rho">Above 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not legal.</exception>
    public static PrivacyCost ZeroConcentrated(double rho)
    {
        Positive(rho, "rho", nameof(rho));
        return new(double.PositiveInfinity, rho, 0);
    }

    /// <summary>(ε, δ)-DP.</summary>
    /// <param name="epsilon">Above 0 and finite.</param>
    /// <param name="delta">Above 0, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal.</exception>
    public static PrivacyCost Approximate(double epsilon, double delta)
    {
        Positive(epsilon, "epsilon", nameof(epsilon));
        if (!(delta is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "A cost's delta must lie above 0 and below 1.");
        return new(epsilon, double.PositiveInfinity, delta);
    }

    /// <summary>The cost in words, e.g. <c>rho 0.01</c>.</summary>
    public override string ToString() =>
        Delta > 0 ? string.Create(CultureInfo.InvariantCulture, $"epsilon {Epsilon:G6}, delta {Delta:G3}")
        : double.IsFinite(Epsilon) ? string.Create(CultureInfo.InvariantCulture, $"epsilon {Epsilon:G6}")
        : string.Create(CultureInfo.InvariantCulture, $"rho {Rho:G6}");

    private static void Positive(double value, string name, string argument)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(argument, value, $"A cost's {name} must be above 0 and finite.");
    }
}
