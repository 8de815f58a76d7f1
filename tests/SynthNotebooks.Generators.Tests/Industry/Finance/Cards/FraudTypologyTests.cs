using SynthNotebooks.Generators.Industry.Finance.Cards;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Cards;

public class FraudTypologyTests
{
    private static ProcessTable Run(CardSpendingOptions options, ulong seed) => ProcessTable.Of(new CardSpendingProcess(options), "2022-01-01", "2024-01-01", seed);

    // Rows of the accounts' fraud, episode by episode: an episode has one device.
    private static List<List<(double Time, double Amount, double Approved, double Category, double Balance, double Country, double Device)>> Episodes(string type, CardSpendingOptions options, int accounts)
    {
        var episodes = new List<List<(double, double, double, double, double, double, double)>>();
        for (var account = 0; account < accounts; account++)
        {
            var table = Run(options, (ulong)account);
            var (types, device, amount, approved, category, balance, country) = (table.Texts("fraud_type"), table["device"], table["amount"], table["approved"], table["category"], table["balance"], table["country"]);
            var rows = Enumerable.Range(0, table.Count).Where(row => types[row] == type)
                .Select(row => (Device: type == "synthetic_identity" ? 0 : device[row], Row: (table.Times[row], amount[row], approved[row], category[row], balance[row], country[row], device[row])));
            episodes.AddRange(rows.GroupBy(pair => pair.Device).Select(group => group.Select(pair => pair.Row).ToList()));
        }
        return episodes;
    }

    [Fact]
    public void Card_testing_is_a_burst_of_tiny_payments_that_are_often_refused()
    {
        const int accounts = 150;
        var episodes = Episodes("card_testing", new(PerDay: 0.05, Balance: 10_000, CardTesting: 3, Takeover: 0), accounts);
        var digital = MerchantCategory.Of(MerchantCategory.Digital);

        NormalTolerance.AssertNear(6 * accounts, episodes.Count, Math.Sqrt(6.0 * accounts), "episodes"); // 3 a year for 2 years; the end cuts hardly any off
        var (tries, used, refused, quick, abroad) = (0, 0, 0, 0, 0);
        foreach (var episode in episodes)
        {
            var burst = episode.Where(payment => payment.Category == digital).ToArray();
            Assert.InRange(burst.Length, 1, CardTesting.MostTries);
            Assert.All(burst, payment => Assert.InRange(payment.Amount, CardTesting.SmallestTry, CardTesting.LargestTry));
            Assert.All(burst.Zip(burst.Skip(1)), pair => Assert.InRange(pair.Second.Time - pair.First.Time, 4, CardTesting.LongestSlowGap + 1));
            quick += burst.Zip(burst.Skip(1)).All(pair => pair.Second.Time - pair.First.Time <= CardTesting.LongestGap + 1) ? 1 : 0;
            abroad += episode[0].Country > 0 ? 1 : 0;
            Assert.Single(episode.Select(payment => payment.Country).Distinct());
            tries += burst.Length;
            refused += burst.Count(payment => payment.Approved == 0);
            used += episode.Count > burst.Length ? 1 : 0;
        }
        NormalTolerance.AssertNear(CardTesting.RefusedShare, refused / (double)tries, Math.Sqrt(0.24 / tries), "refused");
        NormalTolerance.AssertNear(CardTesting.UsedShare, used / (double)episodes.Count, Math.Sqrt(0.24 / episodes.Count), "used");
        NormalTolerance.AssertNear(1 - CardTesting.SlowShare, quick / (double)episodes.Count, Math.Sqrt(0.25 / episodes.Count), "quick");
        NormalTolerance.AssertNear(1 - CardTesting.HomeShare, abroad / (double)episodes.Count, Math.Sqrt(0.25 / episodes.Count), "abroad");
        NormalTolerance.AssertNear((CardTesting.FewestTries + CardTesting.MostTries) / 2.0, tries / (double)episodes.Count, Math.Sqrt((16 * 16 - 1) / 12.0 / episodes.Count), "tries");
    }

    [Fact]
    public void A_takeover_comes_from_an_unknown_device_or_from_within_the_own_one_and_drains_the_account()
    {
        const int accounts = 150;
        var episodes = Episodes("account_takeover", new(PerDay: 0.05, Balance: 5_000, Credit: 0, CardTesting: 0, Takeover: 0.5), accounts);

        NormalTolerance.AssertNear(accounts, episodes.Count, Math.Sqrt(accounts), "episodes"); // two from within one holder's device count as one; that is rare
        var (drained, own) = (0, 0);
        foreach (var episode in episodes)
        {
            Assert.InRange(episode.Count, 1, 1 + AccountTakeover.MostPurchases);
            own += episode[0].Device == 1 ? 1 : 0;
            Assert.True(episode[0].Device != 1 || episode[0].Country == 0);
            var funds = episode[0].Balance + (episode[0].Approved == 1 ? episode[0].Amount : 0);
            if (episode[^1].Balance < 0.12 * funds) drained++;
        }
        NormalTolerance.AssertNear(AccountTakeover.OwnDeviceShare, own / (double)episodes.Count, Math.Sqrt(0.1875 / episodes.Count), "own device");
        Assert.True(drained > 0.85 * episodes.Count, $"{drained} of {episodes.Count}"); // a payday in between, an account that another thief emptied, or the period's end spare some
    }

    [Fact]
    public void A_made_up_person_spends_little_then_everything_and_vanishes()
    {
        var options = new CardSpendingOptions(PerDay: 1, CardTesting: 0, Takeover: 0, Identity: Identity.Synthetic);
        for (var account = 0ul; account < 30; account++)
        {
            var table = Run(options, account);
            var types = table.Texts("fraud_type");
            var first = Array.IndexOf(types, "synthetic_identity");
            Assert.True(first > 30, $"account {account}");
            Assert.All(types.Skip(first), type => Assert.Equal("synthetic_identity", type));
            Assert.All(types.Take(first), type => Assert.Equal("none", type));
            Assert.InRange(types.Length - first, BustOut.FewestPurchases, BustOut.MostPurchases);
            Assert.InRange(table.Times[^1] - table.Times[first], 0, (BustOut.LongestDays + 1) * 86_400);
            var credit = CardAccount.SynthesisedCredit * options.Credit;
            Assert.True(table["balance"][^1] + credit < 0.2 * (table["balance"][first - 1] + credit), $"account {account}");
        }
        var quiet = Enumerable.Range(0, 30).Sum(account => Run(options, (ulong)account).Times.Count) / 30.0;
        Assert.True(quiet < 0.5 * 730, $"{quiet} payments of a file that should be thin");
    }
}
