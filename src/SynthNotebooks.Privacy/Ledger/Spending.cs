using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>Costs that add up, and the ε that they come to.</summary>
/// <remarks>
/// Two sums are kept and the better counts: of ε (basic composition), and of ρ (zero-concentrated), to which points (ε, δ) are added as they are. Both hold when costs
/// are chosen in the light of earlier releases: Whitehouse et al., arXiv:2203.05481 (filters for zero-concentrated costs).
/// </remarks>
public sealed class Spending
{
    private double _epsilon, _rho, _pointEpsilon, _delta;

    /// <summary>Number of costs.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a cost.</summary>
    public void Add(PrivacyCost cost)
    {
        Count++;
        _epsilon += cost.Epsilon;
        _delta += cost.Delta;
        if (double.IsFinite(cost.Rho)) _rho += cost.Rho;
        else _pointEpsilon += cost.Epsilon;
    }

    /// <summary>Smallest ε known of all costs together at a δ; +∞ when they need more δ.</summary>
    /// <param name="delta">0 to below 1.</param>
    public double Epsilon(double delta)
    {
        if (Count == 0) return 0;
        if (_delta > delta * (1 + PrivacyLedger.Rounding)) return double.PositiveInfinity;
        var left = delta - _delta;
        return left > 0 ? Math.Min(_epsilon, _pointEpsilon + ZeroConcentratedAccountant.Epsilon(_rho, left)) : _rho > 0 || _pointEpsilon > 0 ? _epsilon : 0;
    }
}
