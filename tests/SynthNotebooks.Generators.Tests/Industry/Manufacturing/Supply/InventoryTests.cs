using SynthNotebooks.Generators.Industry.Manufacturing.Supply;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Supply;

public class InventoryTests
{
    // A supplier that never fails and always takes the same time.
    private static readonly InventoryOptions Plain = new(LeadSpread: 0, Reliability: 1, DisruptionRate: 0);

    private static ProcessTable Run(InventoryOptions options, string to = "2200-01-01", ulong seed = 1) => ProcessTable.Of(new InventoryProcess(options), "2000-01-01", to, seed);

    public static TheoryData<InventoryPolicy, bool> Policies
    {
        get
        {
            var data = new TheoryData<InventoryPolicy, bool>();
            foreach (var policy in Enum.GetValues<InventoryPolicy>())
            {
                data.Add(policy, false);
                data.Add(policy, true);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Policies))]
    public void Nothing_is_lost_and_nothing_comes_from_nowhere(InventoryPolicy policy, bool backorders)
    {
        var options = new InventoryOptions(Policy: policy, Backorders: backorders, Dispersion: 3, Reliability: 0.8, DisruptionRate: 0.02);
        var table = Run(options, "2020-01-01");
        var (demand, sales, lost, waiting) = (table["demand"], table["sales"], table["lost"], table["backorders"]);
        var (received, onHand, onOrder, ordered) = (table["received"], table["on_hand"], table["on_order"], table["ordered"]);
        var orders = Enumerable.Range(0, table.Count).Count(row => ordered[row] > 0);
        Assert.True(orders > 100);
        for (var row = 1; row < table.Count; row++)
        {
            Assert.Equal(onHand[row - 1] + received[row] - sales[row], onHand[row]);
            Assert.Equal(demand[row] + waiting[row - 1], sales[row] + lost[row] + waiting[row]);
            Assert.True(onOrder[row - 1] + ordered[row] - onOrder[row] >= received[row], "more came than was ordered");
            Assert.True(onHand[row] >= 0 && onHand[row] * (lost[row] + waiting[row]) == 0, "customers go without while there is stock");
            Assert.True(backorders ? lost[row] == 0 : waiting[row] == 0);
            var position = onHand[row] + onOrder[row] - ordered[row] - waiting[row]; // what the policy saw
            Assert.Equal(Order(options, position), ordered[row]);
        }

        static double Order(InventoryOptions options, double position) => options.Policy switch
        {
            InventoryPolicy.BaseStock => Math.Max(0, options.OrderUpTo - position),
            _ when position > options.ReorderPoint => 0,
            InventoryPolicy.MinMax => options.OrderUpTo - position,
            _ => Enumerable.Range(1, 1000).Select(times => times * options.OrderQuantity).First(quantity => position + quantity > options.ReorderPoint),
        };
    }

    [Theory, InlineData(100, 5), InlineData(110, 5), InlineData(36, 2), InlineData(25, 1), InlineData(230, 10)]
    public void Base_stock_under_poisson_demand_serves_the_share_that_the_formula_says(int level, int lead)
    {
        const double demand = 20;
        var table = Run(Plain with { Demand = demand, Policy = InventoryPolicy.BaseStock, OrderUpTo = level, LeadDays = lead, Backorders = true }, "2100-01-01");
        var (demands, onHand, waiting, received) = (table["demand"], table["on_hand"], table["backorders"], table["received"]);
        var served = new List<double>();
        for (var day = lead + 1; day < table.Count; day++)
            served.Add(Math.Min(demands[day], Math.Max(0, onHand[day - 1] - waiting[day - 1] + received[day]))); // from stock, on the day

        // The morning's stock is the level less the demand of lead - 1 days: what was ordered before then has come (Silver, Pyke, Thomas, chapter 7).
        var expected = 0.0;
        for (var past = 0; past < level; past++)
            for (var today = 1; today < 100; today++)
                expected += Poisson(past, demand * (lead - 1)) * Poisson(today, demand) * Math.Min(today, level - past);
        NormalTolerance.AssertNear(expected / demand, served.Average() / demand, BatchMeans.ErrorOf(served) / demand, "fill rate");
        Assert.InRange(expected / demand, 0.5, 0.999);

        static double Poisson(int count, double mean)
        {
            if (mean == 0) return count == 0 ? 1 : 0;
            var log = count * Math.Log(mean) - mean;
            for (var i = 2; i <= count; i++) log -= Math.Log(i);
            return Math.Exp(log);
        }
    }

    [Theory, InlineData(1.0), InlineData(2.5)]
    public void Demand_has_its_mean_dispersion_and_week(double dispersion)
    {
        var table = Run(Plain with { Demand = 8, Dispersion = dispersion, WeekendFactor = 0.25 });
        var demand = table["demand"];
        var weekend = table.Times.Select(time => DateTime.UnixEpoch.AddSeconds(time).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).ToArray();
        foreach (var (days, mean) in new[] { (false, 8.0), (true, 2.0) })
        {
            var chosen = demand.Where((_, row) => weekend[row] == days).ToArray();
            var n = chosen.Length;
            NormalTolerance.AssertNear(mean, chosen.Average(), Math.Sqrt(dispersion * mean / n), "mean");
            double[] squares = [.. chosen.Select(x => (x - mean) * (x - mean))];
            var variance = squares.Average();
            NormalTolerance.AssertNear(dispersion * mean, variance, Math.Sqrt(squares.Average(x => (x - variance) * (x - variance)) / n), "variance");
        }
    }

    [Fact]
    public void Disruptions_take_their_share_of_days_deliver_nothing_and_empty_the_shelves()
    {
        var calm = Run(Plain);
        var stressed = Run(Plain with { DisruptionRate = 0.01, DisruptionDays = 20 });
        var (disrupted, received) = (stressed["disrupted"], stressed["received"]);

        // Variance of the share of a two-state chain: p (1 - p) (1 + l) / (1 - l) / n with l the second eigenvalue.
        double share = 0.01 / (0.01 + 1 / 20.0), eigenvalue = 1 - 0.01 - 1 / 20.0;
        NormalTolerance.AssertNear(share, disrupted.Average(), Math.Sqrt(share * (1 - share) * (1 + eigenvalue) / (1 - eigenvalue) / disrupted.Length), "share of disrupted days");
        Assert.All(Enumerable.Range(0, stressed.Count).Where(row => disrupted[row] == 1), row => Assert.Equal(0, received[row]));
        Assert.True(received.Sum() > 0);

        var (before, after) = (calm["lost"], stressed["lost"]);
        double[] more = [.. after.Zip(before, (lost, otherwise) => lost - otherwise)];
        Assert.Equal(calm["demand"], stressed["demand"]); // the same customers
        Assert.True(more.Average() > NormalTolerance.Deviations * BatchMeans.ErrorOf(more), $"{more.Average()}");
    }

    [Fact]
    public void An_order_comes_after_its_lead_time()
    {
        var table = Run(Plain with { LeadDays = 9 }, "2010-01-01");
        var (ordered, received) = (table["ordered"], table["received"]);

        Assert.Contains(ordered, units => units > 0);
        Assert.All(Enumerable.Range(0, table.Count - 9), row => Assert.Equal(ordered[row], received[row + 9]));
    }

    [Fact]
    public void A_level_below_the_reorder_point_is_refused_by_its_value() =>
        Assert.Contains("100", Assert.Throws<ArgumentOutOfRangeException>(() => new InventoryProcess(new(ReorderPoint: 160, OrderUpTo: 100))).Message, StringComparison.Ordinal);
}
