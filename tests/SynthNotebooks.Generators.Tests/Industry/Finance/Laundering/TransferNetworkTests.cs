using SynthNotebooks.Generators.Industry.Finance.Laundering;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Laundering;

public class TransferNetworkTests
{
    private static readonly TransferNetworkOptions Many = new(Accounts: 200, Schemes: 40, PerDay: 0.05);
    private const int Businesses = 20;

    private sealed record Row(double Time, int From, int To, double Amount, string Kind, string Stage, int Scheme, int Hop);

    private static Row[] Rows(TransferNetworkOptions options, ulong seed = 1)
    {
        var table = ProcessTable.Of(new TransferNetworkProcess(options), "2023-01-01", "2025-01-01", seed);
        var (from, to, amount, kinds, stages, scheme, hop) = (table["from"], table["to"], table["amount"], table.Texts("kind"), table.Texts("stage"), table["scheme"], table["hop"]);
        var laundering = table["laundering"];
        for (var row = 0; row < table.Count; row++) Assert.Equal((stages[row] != "none", stages[row] != "none"), (laundering[row] == 1, scheme[row] > 0));
        return [.. Enumerable.Range(0, table.Count).Select(i => new Row(table.Times[i], (int)from[i], (int)to[i], amount[i], kinds[i], stages[i], double.IsNaN(scheme[i]) ? 0 : (int)scheme[i], double.IsNaN(hop[i]) ? 0 : (int)hop[i]))];
    }

    [Fact]
    public void Money_is_placed_below_the_threshold_passed_on_in_layers_and_comes_back_clean()
    {
        var rows = Rows(Many);
        var schemes = rows.Where(row => row.Scheme > 0).GroupBy(row => row.Scheme).ToArray();
        Assert.InRange(schemes.Length, 40, 120); // Poisson of mean 80: 4.5 deviations
        var whole = 0;
        foreach (var scheme in schemes)
        {
            Assert.All(scheme.Where(row => row.Stage == "placement"), row =>
            {
                Assert.Equal((0, "cash_deposit", 0), (row.From, row.Kind, row.Hop));
                Assert.True(row.Amount < Many.Threshold && row.To > Businesses);
            });
            Assert.All(scheme.Where(row => row.Stage == "layering"), row => Assert.True(row.From > Businesses && row.To > Businesses && row.From != row.To && row.Kind == "transfer"));
            Assert.All(scheme.Where(row => row.Stage == "integration"), row => Assert.True(row is { To: 0, Kind: "wire_abroad" } or { To: > 0 and <= Businesses, Kind: "invoice" }));
            foreach (var mule in scheme.Where(row => row.From > 0).GroupBy(row => row.From)) // no mule sends money that it did not get, nor before it
            {
                var got = scheme.Where(row => row.To == mule.Key).ToArray();
                var (sent, received) = (mule.Sum(row => row.Amount), got.Sum(row => row.Amount));
                Assert.True(sent <= received * (1 - LaunderingScheme.SmallestFee) + 0.01, $"scheme {scheme.Key}, mule {mule.Key}: {sent} of {received}");
                Assert.True(mule.Min(row => row.Time) > got.Max(row => row.Time));
                Assert.All(mule, row => Assert.Equal(got.Max(one => one.Stage == "placement" ? 0 : one.Hop) + 1, row.Hop));
            }
            var hops = scheme.Max(row => row.Hop);
            if (scheme.All(row => row.Stage != "integration")) continue; // the period's end cut it off
            if (scheme.Where(row => row.Stage == "integration").Sum(row => row.Amount) < 0.5 * scheme.Where(row => row.Stage == "placement").Sum(row => row.Amount)) continue;
            Assert.InRange(hops, 1 + Many.FewestHops, 1 + Many.MostHops);
            whole++;
        }
        Assert.True(whole > 0.8 * schemes.Length, $"{whole} of {schemes.Length}");
    }

    [Fact]
    public void Gaps_between_hops_have_the_median_asked_for()
    {
        var rows = Rows(Many with { GapHours = 5, Schemes = 100 });
        var (above, all) = (0, 0);
        foreach (var scheme in rows.Where(row => row.Scheme > 0).GroupBy(row => row.Scheme))
            foreach (var row in scheme.Where(row => row.From > 0))
            {
                all++;
                if (row.Time - scheme.Where(other => other.To == row.From).Max(other => other.Time) > 5 * 3600) above++;
            }
        // Half lie above the median; the end of the period cuts a few off, which a hundredth allows for.
        Assert.InRange(above / (double)all, 0.5 - NormalTolerance.Deviations * 0.5 / Math.Sqrt(all) - 0.01, 0.5 + NormalTolerance.Deviations * 0.5 / Math.Sqrt(all));
        Assert.True(all > 1000);
    }

    [Fact]
    public void Everyday_money_has_salaries_rents_and_honest_cash_below_the_threshold()
    {
        var rows = Rows(Many with { Schemes = 0 });
        var people = 200 - Businesses;

        Assert.All(rows, row => Assert.True(row.Scheme == 0 && row.From != row.To && row.Amount > 0 && row is { From: >= 0 and <= 200, To: >= 0 and <= 200 }));
        Assert.Equal(24 * people, rows.Count(row => row.Kind == "salary"));
        Assert.Equal(24 * people, rows.Count(row => row.Kind == "rent"));
        Assert.All(rows.Where(row => row.Kind == "salary"), row => Assert.Equal(25, DateTime.UnixEpoch.AddSeconds(row.Time).Day));
        Assert.Contains(rows, row => row.Kind == "cash_deposit" && row.Amount is > 6000 and < 10_000);
        Assert.InRange(rows.Where(row => row.Kind == "transfer").GroupBy(row => row.From).Max(group => group.Select(row => row.To).Distinct().Count()), 2, 4);
    }

    [Fact]
    public void The_same_stream_gives_the_same_transfers()
    {
        Assert.Equal(Rows(Many), Rows(Many));
        Assert.NotEqual(Rows(Many), Rows(Many, seed: 2));
    }

    [Fact]
    public void More_hops_at_least_than_at_most_are_refused() =>
        Assert.Contains("4 to 10", Assert.Throws<ArgumentOutOfRangeException>(() => new TransferNetworkProcess(new(FewestHops: 4, MostHops: 3))).Message, StringComparison.Ordinal);
}
