using System.Collections.Concurrent;
using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>The merchants of all categories: merchant n, counted from 0, is of category n modulo the number of categories.</summary>
/// <remarks>Within a category they are ordered by how much they are visited: the chance of rank r falls as one over the square root of r.</remarks>
internal sealed class Merchants
{
    private static readonly ConcurrentDictionary<int, Merchants> Known = new(); // names are made once for each number of merchants
    private static readonly int Categories = MerchantCategory.All.Length;

    private Merchants(int count) => Names = [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"M{number:0000}"))];

    public string[] Names { get; }

    public static Merchants Of(int count) => Known.GetOrAdd(count, number => new(number));

    /// <summary>A merchant of a category, the popular ones more often.</summary>
    public int Draw(int category, SplitRandom random)
    {
        var (count, uniform) = ((Names.Length - 1 - category) / Categories + 1, random.NextDouble());
        return category + Categories * (int)(count * uniform * uniform);
    }
}
