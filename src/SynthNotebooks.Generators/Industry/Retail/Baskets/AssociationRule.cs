using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>Who buys the first buys the second more often: lift = P(first and second) / (P(first) P(second)).</summary>
/// <remarks>Source of the measure: Brin, Motwani, Ullman, Tsur, SIGMOD 1997, doi:10.1145/253260.253325.</remarks>
/// <param name="First">An article.</param>
/// <param name="Second">Another; every article is the second of one rule at most and no chain of rules comes back, so that lifts and rates hold exactly.</param>
/// <param name="Lift">Above 1, and at most 1 / P(second).</param>
public sealed record AssociationRule(string First, string Second, double Lift)
{
    /// <summary>The rules of the invented shop.</summary>
    public static ImmutableArray<AssociationRule> All { get; } =
    [
        new("pasta", "tomato_sauce", 4.5),
        new("nappies", "baby_food", 12),
        new("nappies", "beer", 2),
        new("beer", "crisps", 3.2),
        new("flour", "sugar", 6),
        new("flour", "eggs", 2.6),
        new("bread", "butter", 1.7),
        new("wine", "cheese", 2.4),
        new("lettuce", "tomatoes", 2.2),
        new("coffee", "chocolate", 1.6),
    ];
}
