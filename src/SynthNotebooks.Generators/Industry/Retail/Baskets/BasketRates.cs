using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>Draws the articles of a basket such that every article has its rate and every rule its lift.</summary>
/// <remarks>
/// The second article of a rule is bought with chance lift · p₂ after the first and with p₂ (1 − lift · p₁) / (1 − p₁) without it, which leaves its rate at
/// p₂. Promotions raise the rates of single visits; the lift given a visit's rates stays, unless the rates are too high for it.
/// </remarks>
internal static class BasketRates
{
    private static readonly (int First, double Lift)[] Causes = [.. ShopItem.All.Select(Cause)];

    private static readonly int[] Order = InOrder();

    /// <param name="rates">Of every article in this visit, below 1.</param>
    /// <param name="basket">Set to the articles that are bought.</param>
    /// <param name="random">One draw for each article.</param>
    public static void Draw(ReadOnlySpan<double> rates, Span<bool> basket, SplitRandom random)
    {
        foreach (var item in Order)
        {
            var chance = rates[item];
            var (first, lift) = Causes[item];
            if (first >= 0)
            {
                var bounded = Math.Min(lift, 1 / Math.Max(rates[first], rates[item])); // beyond this a chance would leave 0 to 1
                chance *= basket[first] ? bounded : (1 - bounded * rates[first]) / (1 - rates[first]);
            }
            basket[item] = random.NextDouble() < chance;
        }
    }

    private static (int First, double Lift) Cause(ShopItem item)
    {
        var rule = AssociationRule.All.FirstOrDefault(rule => rule.Second == item.Name);
        return rule is null ? (-1, 1) : (ShopItem.Of(rule.First), rule.Lift);
    }

    private static int[] InOrder()
    {
        var order = new List<int>();
        for (var i = 0; i < Causes.Length; i++) Visit(i);
        return [.. order];

        void Visit(int item)
        {
            if (order.Contains(item)) return;
            if (Causes[item].First >= 0) Visit(Causes[item].First);
            order.Add(item);
        }
    }
}
