using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>An article of the invented shop.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Department">Where it stands in the shop.</param>
/// <param name="Rate">Chance that a basket holds it, without promotion.</param>
/// <param name="Price">Of the standard brand, in EUR.</param>
/// <param name="Substitute">Position of what is bought when it is sold out; −1 for nothing.</param>
internal sealed record ShopItem(string Name, string Department, double Rate, double Price, int Substitute = -1)
{
    /// <summary>Rates and prices are round numbers of our own.</summary>
    public static ImmutableArray<ShopItem> All { get; } =
    [
        new("milk", "dairy", 0.28, 1.19, 1),
        new("oat_drink", "dairy", 0.07, 1.89, 0),
        new("butter", "dairy", 0.16, 2.29),
        new("cheese", "dairy", 0.17, 3.49),
        new("yoghurt", "dairy", 0.15, 0.89),
        new("eggs", "dairy", 0.16, 2.49),
        new("bread", "bakery", 0.30, 2.59),
        new("cake", "bakery", 0.05, 4.90),
        new("flour", "baking", 0.06, 0.99),
        new("sugar", "baking", 0.05, 1.29),
        new("pasta", "dry", 0.14, 1.09, 11),
        new("rice", "dry", 0.08, 1.99, 10),
        new("tomato_sauce", "dry", 0.10, 1.79),
        new("coffee", "dry", 0.09, 6.49, 14),
        new("tea", "dry", 0.06, 2.79, 13),
        new("apples", "produce", 0.18, 2.49),
        new("bananas", "produce", 0.22, 1.69),
        new("tomatoes", "produce", 0.17, 2.29),
        new("lettuce", "produce", 0.12, 1.19),
        new("potatoes", "produce", 0.13, 2.99),
        new("chicken", "meat", 0.11, 6.90, 21),
        new("sausages", "meat", 0.09, 3.99, 20),
        new("beer", "drinks", 0.08, 5.99),
        new("wine", "drinks", 0.05, 5.49),
        new("crisps", "snacks", 0.10, 1.99),
        new("chocolate", "snacks", 0.13, 1.49),
        new("nappies", "household", 0.03, 8.99),
        new("baby_food", "household", 0.03, 1.29),
        new("detergent", "household", 0.05, 4.79),
        new("paper_towels", "household", 0.07, 2.79),
    ];

    /// <summary>Position of an article, −1 when there is none of that name.</summary>
    public static int Of(string name)
    {
        for (var i = 0; i < All.Length; i++)
            if (All[i].Name == name) return i;
        return -1;
    }
}
