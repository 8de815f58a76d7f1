using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>A kind of merchant.</summary>
/// <param name="Name">As it stands in tables.</param>
/// <param name="Median">Median sum of a payment relative to the other categories.</param>
/// <param name="Spread">Deviation of the logarithm of the sum.</param>
/// <param name="Online">Share of payments that are made online.</param>
/// <param name="Weights">Relative number of payments by <see cref="Lifestyle"/>.</param>
internal sealed record MerchantCategory(string Name, double Median, double Spread, double Online, ImmutableArray<double> Weights)
{
    public const string Digital = "digital", Cash = "cash", Electronics = "electronics", GiftCards = "gift_cards", Travel = "travel";

    // Weights in the order student, single, family, commuter, retired. Sums and shares are invented; their order follows everyday life.
    public static ImmutableArray<MerchantCategory> All { get; } =
    [
        new("groceries", 30, 0.60, 0.05, [24, 22, 34, 20, 36]),
        new("dining", 16, 0.50, 0.10, [24, 24, 10, 18, 10]),
        new("fuel", 45, 0.30, 0, [3, 6, 12, 14, 8]),
        new("transport", 8, 0.60, 0.30, [14, 10, 5, 18, 5]),
        new("clothing", 50, 0.70, 0.45, [6, 7, 8, 5, 5]),
        new(Electronics, 150, 0.90, 0.60, [1.5, 2, 1.8, 2, 0.8]),
        new("health", 26, 0.70, 0.10, [2, 3, 6, 4, 14]),
        new("home", 70, 0.80, 0.30, [1.5, 4, 8, 4, 7]),
        new("leisure", 28, 0.70, 0.35, [8, 9, 6, 5, 6]),
        new(Travel, 240, 0.80, 0.70, [0.5, 1.5, 0.8, 2, 1]),
        new(Digital, 11, 0.50, 1, [12, 8, 6, 6, 2]),
        new(GiftCards, 38, 0.50, 0.60, [0.6, 0.5, 0.6, 0.4, 0.5]),
        new(Cash, 75, 0.45, 0, [3, 3, 2.8, 2.6, 5]),
    ];

    public static int Of(string name)
    {
        for (var i = 0; i < All.Length; i++)
            if (All[i].Name == name) return i;
        throw new ArgumentException($"There is no merchant category '{name}'.", nameof(name));
    }
}
