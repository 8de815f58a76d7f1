using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>Somebody takes hold of an account: mostly an unknown device, often in another country, a small probe, then purchases the holder never makes until the money is gone.</summary>
internal sealed class AccountTakeover(Merchants merchants) : IFraudTypology
{
    public const int FewestPurchases = 3, MostPurchases = 8;
    public const double HomeShare = 0.4, OwnDeviceShare = 0.25; // of episodes: those who seem to be at home, and those who sit in the holder's own device
    private const double Hour = 3600, LastShare = 0.9;

    private static readonly int Digital = MerchantCategory.Of(MerchantCategory.Digital);
    private static readonly int[] Loot =
        [MerchantCategory.Of(MerchantCategory.Electronics), MerchantCategory.Of(MerchantCategory.GiftCards), MerchantCategory.Of(MerchantCategory.Travel)];

    public void Plan(double start, SplitRandom random, List<Payment> into)
    {
        var own = random.NextDouble() < OwnDeviceShare;
        var (device, country, time) = (own ? 1 : Stranger.Device(random), own ? Stranger.Home : Stranger.Country(HomeShare, random), start);
        Add(4 + 16 * random.NextDouble(), 0, Digital);
        var purchases = FewestPurchases + random.NextBelow(MostPurchases - FewestPurchases + 1);
        for (var i = 1; i <= purchases; i++)
        {
            time += Hour * (0.2 + 5 * random.NextDouble());
            Add(0, i == purchases ? LastShare : 0.2 + 0.3 * random.NextDouble(), Loot[random.NextBelow(Loot.Length)]);
        }

        void Add(double amount, double share, int category) => into.Add(new()
        {
            Time = time,
            Amount = amount,
            ShareOfFunds = share,
            Category = category,
            Merchant = merchants.Draw(category, random),
            Channel = Channel.Online,
            Country = country,
            Device = device,
            Distance = double.NaN,
            Fraud = FraudType.AccountTakeover,
        });
    }
}
