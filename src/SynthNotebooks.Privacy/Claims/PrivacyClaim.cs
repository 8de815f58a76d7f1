using System.Globalization;

namespace SynthNotebooks.Privacy;

/// <summary>What a mechanism promises, as functions: the loss ε at a δ, and δ at an ε.</summary>
/// <remarks>
/// Up to three curves hold at once and the best is taken: pure ε-DP, ρ-zCDP (converted as in Canonne, Kamath, Steinke, arXiv:2004.00010, Corollary 13) and
/// one point (ε, δ). Numbers round towards more loss.
/// </remarks>
public sealed record PrivacyClaim
{
    private PrivacyClaim(NeighbouringRelation relation, double pureEpsilon, double rho, double pointEpsilon, double pointDelta) =>
        (Relation, PureEpsilon, Rho, PointEpsilon, PointDelta) = (relation, pureEpsilon, rho, pointEpsilon, pointDelta);

    /// <summary>Between which tables.</summary>
    public NeighbouringRelation Relation { get; }

    /// <summary>ε of pure differential privacy; +∞ when there is none.</summary>
    public double PureEpsilon { get; }

    /// <summary>ρ of zero-concentrated differential privacy; +∞ when there is none.</summary>
    public double Rho { get; }

    /// <summary>ε of the one point (ε, δ); +∞ when there is none.</summary>
    public double PointEpsilon { get; }

    /// <summary>δ of the one point (ε, δ).</summary>
    public double PointDelta { get; }

    /// <summary>ε-DP, which is also ε²/2-zCDP (Bun, Steinke, arXiv:1605.02065, Proposition 3.3) or better.</summary>
    /// <param name="epsilon">Above 0.</param>
    /// <param name="relation">Between which tables.</param>
    /// <param name="rho">A better ρ, when known.</param>
    public static PrivacyClaim Pure(double epsilon, NeighbouringRelation relation, double rho = double.PositiveInfinity) =>
        new(relation, epsilon, Math.Min(rho, Math.BitIncrement(epsilon * epsilon / 2)), double.PositiveInfinity, 0);

    /// <summary>ρ-zCDP.</summary>
    public static PrivacyClaim ZeroConcentrated(double rho, NeighbouringRelation relation) => new(relation, double.PositiveInfinity, rho, double.PositiveInfinity, 0);

    /// <summary>(ε, δ)-DP at one point.</summary>
    public static PrivacyClaim Approximate(double epsilon, double delta, NeighbouringRelation relation) => new(relation, double.PositiveInfinity, double.PositiveInfinity, epsilon, delta);

    /// <summary>No promise at all: what a seeded run claims.</summary>
    public static PrivacyClaim None(NeighbouringRelation relation) => new(relation, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 1);

    /// <summary>Smallest ε known to hold at a δ; +∞ when none.</summary>
    /// <param name="delta">0 to 1.</param>
    public double Epsilon(double delta)
    {
        if (!(delta is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta must lie in 0 to 1.");
        if (delta == 1) return 0;
        var best = PureEpsilon;
        if (double.IsFinite(Rho) && delta > 0) best = Math.Min(best, ZeroConcentratedAccountant.Epsilon(Rho, delta));
        if (delta >= PointDelta) best = Math.Min(best, PointEpsilon);
        return best;
    }

    /// <summary>Smallest δ known to hold at an ε; 1 when none.</summary>
    /// <param name="epsilon">At least 0.</param>
    public double Delta(double epsilon)
    {
        if (!(epsilon >= 0)) throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be at least 0.");
        if (epsilon >= PureEpsilon) return 0;
        var best = epsilon >= PointEpsilon ? PointDelta : 1;
        return double.IsFinite(Rho) ? Math.Min(best, ZeroConcentratedAccountant.Delta(Rho, epsilon)) : best;
    }

    /// <summary>What holds for tables that differ in up to k records: ε → kε, ρ → k²ρ, δ → δ·(e^(kε) − 1)/(e^ε − 1).</summary>
    /// <param name="size">k, at least 1.</param>
    public PrivacyClaim ForGroup(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var delta = PointDelta == 0 || double.IsInfinity(PointEpsilon) ? PointDelta
            : Math.Min(1, PointDelta * StableMath.ExpMinusOne(size * PointEpsilon) / StableMath.ExpMinusOne(PointEpsilon));
        return new(Relation, size * PureEpsilon, (double)size * size * Rho, size * PointEpsilon, double.IsNaN(delta) ? Math.Min(1, size * PointDelta) : delta);
    }

    /// <summary>The claim as a cost for a budget; ε and ρ when pure.</summary>
    /// <exception cref="InvalidOperationException">There is no claim: the run was seeded, so that no budget covers it.</exception>
    public Contracts.PrivacyCost Cost =>
        double.IsFinite(PureEpsilon) ? Contracts.PrivacyCost.Pure(PureEpsilon, Rho)
        : double.IsFinite(Rho) ? Contracts.PrivacyCost.ZeroConcentrated(Rho)
        : double.IsFinite(PointEpsilon) ? Contracts.PrivacyCost.Approximate(PointEpsilon, PointDelta)
        : throw new InvalidOperationException("A seeded run is NON-PRIVATE: no budget covers it.");

    /// <summary>The claim in words.</summary>
    public override string ToString() =>
        double.IsFinite(PureEpsilon) ? string.Create(CultureInfo.InvariantCulture, $"{PureEpsilon:G6}-DP ({Relation.Name})")
        : double.IsFinite(Rho) ? string.Create(CultureInfo.InvariantCulture, $"{Rho:G6}-zCDP ({Relation.Name})")
        : double.IsFinite(PointEpsilon) ? string.Create(CultureInfo.InvariantCulture, $"({PointEpsilon:G6}, {PointDelta:G3})-DP ({Relation.Name})")
        : "NON-PRIVATE: no claim";
}
