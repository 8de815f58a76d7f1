using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>A thief tries whether a stolen number works: many tiny payments online within minutes or, to stay unseen, over a day; many are refused, then some large ones follow.</summary>
internal sealed class CardTesting(Merchants merchants) : IFraudTypology
{
    public const int FewestTries = 5, MostTries = 20;
    public const double SmallestTry = 0.5, LargestTry = 5; // money
    public const double LongestGap = 90, LongestSlowGap = 4 * Hour; // seconds between two tries
    public const double SlowShare = 0.3, HomeShare = 0.4;           // of episodes: patient thieves, and those who seem to be in the holder's country
    public const double RefusedShare = 0.4, UsedShare = 0.6;
    private const double Hour = 3600;

    private static readonly int Digital = MerchantCategory.Of(MerchantCategory.Digital);
    private static readonly int[] Loot = [MerchantCategory.Of(MerchantCategory.Electronics), MerchantCategory.Of(MerchantCategory.GiftCards)];

    public void Plan(double start, SplitRandom random, List<Payment> into)
    {
        var (device, country, time) = (Stranger.Device(random), Stranger.Country(HomeShare, random), start);
        var (shortest, longest) = random.NextDouble() < SlowShare ? (Hour / 3, LongestSlowGap) : (5, LongestGap);
        var trial = merchants.Draw(Digital, random); // one shop that asks few questions
        for (var tries = FewestTries + random.NextBelow(MostTries - FewestTries + 1); tries > 0; tries--)
        {
            into.Add(Online(time, SmallestTry + (LargestTry - SmallestTry) * random.NextDouble(), Digital, trial, random.NextDouble() < RefusedShare));
            time += shortest + (longest - shortest) * random.NextDouble();
        }
        if (random.NextDouble() >= UsedShare) return; // sold on, or found out
        for (var purchases = 1 + random.NextBelow(3); purchases > 0; purchases--)
        {
            time += Hour * (0.5 + 8 * random.NextDouble());
            var category = Loot[random.NextBelow(Loot.Length)];
            into.Add(Online(time, 120 * PortableMath.Exp(0.6 * random.NextNormal()), category, merchants.Draw(category, random), refused: false));
        }

        Payment Online(double when, double amount, int category, int merchant, bool refused) => new()
        {
            Time = when,
            Amount = amount,
            Category = category,
            Merchant = merchant,
            Channel = Channel.Online,
            Country = country,
            Device = device,
            Distance = double.NaN,
            IsRefused = refused,
            Fraud = FraudType.CardTesting,
        };
    }
}
