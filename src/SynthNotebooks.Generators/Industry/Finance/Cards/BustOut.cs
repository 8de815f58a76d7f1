using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>A made-up person with a thin file uses up all credit within days and vanishes; device and country are those used all along.</summary>
internal sealed class BustOut(Merchants merchants) : IFraudTypology
{
    public const int FewestPurchases = 8, MostPurchases = 20;
    public const double LongestDays = 6;
    private const double Day = 86_400, LastShare = 0.95;

    private static readonly int[] Loot =
        [MerchantCategory.Of(MerchantCategory.Electronics), MerchantCategory.Of(MerchantCategory.GiftCards), MerchantCategory.Of(MerchantCategory.Cash)];

    public void Plan(double start, SplitRandom random, List<Payment> into)
    {
        var purchases = FewestPurchases + random.NextBelow(MostPurchases - FewestPurchases + 1);
        for (var i = 1; i <= purchases; i++)
        {
            var category = Loot[random.NextBelow(Loot.Length)];
            var cash = MerchantCategory.All[category].Name == MerchantCategory.Cash;
            var online = !cash && random.NextDouble() < 0.5;
            into.Add(new()
            {
                Time = start + LongestDays * Day * i / MostPurchases + 3600 * 4 * random.NextDouble(),
                ShareOfFunds = i == purchases ? LastShare : 0.08 + 0.12 * random.NextDouble(),
                Category = category,
                Merchant = merchants.Draw(category, random),
                Channel = cash ? Channel.Atm : online ? Channel.Online : Channel.Chip,
                Country = Stranger.Home,
                Device = online ? 1 : double.NaN,
                Distance = online ? double.NaN : 2 + 30 * random.NextDouble(),
                Fraud = FraudType.SyntheticIdentity,
            });
        }
    }
}
