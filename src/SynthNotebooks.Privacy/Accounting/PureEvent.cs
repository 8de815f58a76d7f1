using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Any ε-DP mechanism; its losses are at worst those of randomised response.</summary>
/// <remarks>Source: Kairouz, Oh, Viswanath, arXiv:1311.0776, Theorem 2.1.</remarks>
public sealed record PureEvent : PrivacyEvent
{
    /// <param name="epsilon">Above 0.</param>
    public PureEvent(double epsilon) => Epsilon = Positive(epsilon, nameof(epsilon));

    /// <summary>ε.</summary>
    public double Epsilon { get; }

    internal override double Renyi(double order, NeighbouringRelation relation)
    {
        var no = -StableMath.LogSum(0, Epsilon);
        return StableMath.LogSum(no + order * Epsilon, no + (1 - order) * Epsilon) / (order - 1);
    }

    internal override (LossPair Removed, LossPair Added) Losses(NeighbouringRelation relation)
    {
        var yes = 1 / (1 + PortableMath.Exp(-Epsilon));
        var pair = new AtomLoss([(-Epsilon, 1 - yes, yes), (Epsilon, yes, 1 - yes)]);
        return (pair, pair);
    }
}
