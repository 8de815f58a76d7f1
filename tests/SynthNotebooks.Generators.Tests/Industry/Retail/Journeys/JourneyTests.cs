using SynthNotebooks.Generators.Industry.Retail.Baskets;
using SynthNotebooks.Generators.Industry.Retail.Journeys;
using SynthNotebooks.Generators.Industry.Retail.Visits;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Retail.Journeys;

public class JourneyTests
{
    private const string From = "2010-01-01", To = "2020-01-01";

    private static readonly JourneyOptions Options = new(VisitsAWeek: 50, Online: 0.4, Shopper: 77);
    private static readonly Lazy<ProcessTable> Table = new(() => Run(Options));

    private static ProcessTable Run(JourneyOptions options, ulong seed = 1, string from = From) => ProcessTable.Of(new JourneyProcess(options), from, To, seed);

    // Rows of every journey, in the order of its touches.
    private static int[][] Journeys(ProcessTable table)
    {
        var journeys = table["journey"];
        return [.. Enumerable.Range(0, table.Count).GroupBy(row => journeys[row]).OrderBy(group => group.Key).Select(group => group.ToArray())];
    }

    [Fact]
    public void A_journey_comes_looks_and_visits_or_leaves()
    {
        var table = Table.Value;
        var (touch, action, source, channel, basket) = (table["touch"], table.Texts("action"), table.Texts("source"), table.Texts("channel"), table["basket"]);
        foreach (var rows in Journeys(table))
        {
            Assert.Equal(Enumerable.Range(1, rows.Length).Select(number => (double)number), rows.Select(row => touch[row]));
            Assert.Equal("came", action[rows[0]]);
            Assert.All(rows[1..^1], row => Assert.Equal("looked", action[row]));
            Assert.Contains(action[rows[^1]], new[] { "visited", "left" });
            Assert.Equal(source[rows[0]] == "direct" ? channel[rows[0]] : source[rows[0]], channel[rows[0]]);
            Assert.All(rows, row => Assert.True(source[row] == source[rows[0]] && double.IsNaN(basket[row]) == (action[row] != "visited")));
            Assert.All(rows[1..], row => Assert.Contains(channel[row], ShopVisits.Channels));
        }
    }

    [Fact]
    public void Sources_lead_to_visits_as_often_as_their_conversion_says()
    {
        var table = Table.Value;
        var (source, action) = (table.Texts("source"), table.Texts("action"));
        var ends = Enumerable.Range(0, table.Count).Where(row => action[row] is "visited" or "left").ToArray();
        var weights = JourneySource.All.Sum(one => one.Weight);
        foreach (var one in JourneySource.All)
        {
            var own = ends.Where(row => source[row] == one.Name).ToArray();
            NormalTolerance.AssertNear(one.Conversion, own.Count(row => action[row] == "visited") / (double)own.Length, Math.Sqrt(one.Conversion * (1 - one.Conversion) / own.Length), one.Name);
            var share = one.Weight / weights;
            NormalTolerance.AssertNear(share, own.Length / (double)ends.Length, Math.Sqrt(share * (1 - share) / ends.Length), one.Name);
        }
    }

    [Fact]
    public void Looks_are_geometric()
    {
        var looks = Journeys(Table.Value).Select(rows => rows.Length - 2.0).ToArray();
        double mean = Options.Looks, none = 1 / (1 + mean);

        NormalTolerance.AssertNear(mean, looks.Average(), Math.Sqrt(mean * (1 + mean) / looks.Length), "looks");
        NormalTolerance.AssertNear(none, looks.Count(count => count == 0) / (double)looks.Length, Math.Sqrt(none * (1 - none) / looks.Length), "no look");
    }

    [Fact]
    public void Every_basket_is_the_end_of_one_journey_of_the_same_shopper()
    {
        var table = Table.Value;
        var (basket, channel) = (table["basket"], table["channel"]);
        var ends = Enumerable.Range(0, table.Count).Where(row => !double.IsNaN(basket[row])).ToDictionary(row => basket[row], row => (table.Times[row], channel[row]));
        var baskets = ProcessTable.Of(new BasketProcess(new(VisitsAWeek: 50, Online: 0.4, Shopper: 77)), From, To, seed: 9); // another stream, the same shopper
        var (numbers, channels) = (baskets["basket"], baskets["channel"]);

        Assert.True(baskets.Count > 10_000);
        for (var row = 0; row < baskets.Count; row++) Assert.Equal(ends[numbers[row]], (baskets.Times[row], channels[row]));
        Assert.Equal(Enumerable.Range(1, ends.Count).Select(number => (double)number), ends.Keys.Order());
    }

    [Fact]
    public void Mails_reach_members_only()
    {
        Assert.DoesNotContain("mail", Run(Options with { Member = false }, from: "2018-01-01").Texts("channel"));
        Assert.Contains("mail", Run(Options, from: "2018-01-01").Texts("channel"));
    }

    [Fact]
    public void The_same_stream_gives_the_same_journeys_and_touches_stay_in_the_period()
    {
        Assert.True(Run(Options, from: "2019-01-01").SameAs(Run(Options, from: "2019-01-01"), int.MaxValue));
        Assert.False(Run(Options, from: "2019-01-01").SameAs(Run(Options, seed: 2, from: "2019-01-01"), 20));
        Assert.All(Table.Value.Times, time => Assert.InRange(time, ProcessTable.Seconds(From), ProcessTable.Seconds(To)));
    }

    [Fact]
    public void Options_that_are_not_legal_are_named() =>
        Assert.Equal("options.Looks", Assert.Throws<ArgumentOutOfRangeException>(() => new JourneyProcess(new(Looks: -1))).ParamName);
}
