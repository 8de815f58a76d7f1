using System.Collections.Immutable;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>A class of brands that every article comes in.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Price">As a share of the standard brand's.</param>
/// <param name="Quality">As customers see it; 0 for the least.</param>
internal sealed record BrandTier(string Name, double Price, double Quality)
{
    private const double QualityWeight = 2, PriceWeight = 0.8, TightBudget = 1.6, MostSpent = 1.5;

    public static ImmutableArray<BrandTier> All { get; } = [new("value", 0.75, 0), new("standard", 1, 0.55), new("premium", 1.45, 0.9)];

    /// <summary>What a tier is worth to a customer who has spent a share of the month's budget: price weighs more the more is spent.</summary>
    public double Utility(double spentShare) => QualityWeight * Quality - (PriceWeight + TightBudget * Math.Clamp(spentShare, 0, MostSpent)) * Price;

    /// <summary>The tier of the greatest utility after Gumbel noise: a multinomial logit, P(tier) ∝ exp(utility).</summary>
    /// <remarks>Source: McFadden, Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics, 1974.</remarks>
    public static int Choose(double spentShare, SplitRandom random)
    {
        var (chosen, best) = (0, double.NegativeInfinity);
        for (var i = 0; i < All.Length; i++)
        {
            var utility = All[i].Utility(spentShare) - PortableMath.Log(-PortableMath.Log(random.NextOpenDouble()));
            if (utility > best) (chosen, best) = (i, utility);
        }
        return chosen;
    }
}
