using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Retail.Baskets;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Retail;

public class RetailScenarioTests
{
    private const int Customers = 150;

    private static readonly Lazy<World> Calm = new(() => EmbeddedScenarios.Load("retail").Simulate(Customers, new SimulationOptions { Seed = 4 }));
    private static readonly Lazy<World> Disrupted = new(() => EmbeddedScenarios.Load("retail").With("disruption").Simulate(Customers, new SimulationOptions { Seed = 4 }));

    private static object?[] Cells(World world, string table, string column)
    {
        var cells = world[table][column];
        return [.. Enumerable.Range(0, (int)world[table].Rows.Count).Select(row => cells[row])];
    }

    private static string[] Texts(World world, string table, string column) => [.. Cells(world, table, column).Select(cell => (string)cell!)];

    private static double[] Numbers(World world, string table, string column) => [.. Cells(world, table, column).Select(cell => Convert.ToDouble(cell ?? double.NaN, System.Globalization.CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("touches", "customer_id", "customers", "customer_id"), InlineData("basket_items", "customer_id", "customers", "customer_id")]
    [InlineData("basket_items", "item", "products", "item"), InlineData("products", "supplier", "suppliers", "supplier_id"), InlineData("shelf_days", "product_id", "products", "product_id")]
    public void Every_reference_leads_to_a_row(string table, string column, string to, string key)
    {
        var keys = Texts(Calm.Value, to, key);
        Assert.Equal(keys.Length, keys.ToHashSet().Count);
        var references = Texts(Calm.Value, table, column);
        Assert.NotEmpty(references);
        Assert.Subset(keys.ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void Every_basket_is_the_end_of_a_journey_at_its_time_and_channel()
    {
        var world = Calm.Value;
        var ends = Texts(world, "touches", "customer_id").Zip(Cells(world, "touches", "basket"), Cells(world, "touches", "time").Zip(Texts(world, "touches", "channel")))
            .Where(touch => touch.Second is not null).ToDictionary(touch => (touch.First, Convert.ToInt64(touch.Second)), touch => touch.Third);
        var baskets = Texts(world, "basket_items", "customer_id").Zip(Cells(world, "basket_items", "basket"), Cells(world, "basket_items", "time").Zip(Texts(world, "basket_items", "channel"))).ToArray();

        Assert.True(baskets.Length > 5_000);
        Assert.All(baskets, basket => Assert.Equal(ends[(basket.First, Convert.ToInt64(basket.Second))], basket.Third));
        double expected = 0, variance = 0;
        foreach (var end in ends.Values)
        {
            var empty = Empty(((DateTime)end.First! - DateTime.UnixEpoch).TotalSeconds);
            (expected, variance) = (expected + empty, variance + empty * (1 - empty));
        }
        NormalTolerance.AssertNear(expected, ends.Count - baskets.Select(basket => (basket.First, basket.Second)).Distinct().Count(), Math.Sqrt(variance), "visits without a basket");

        // Nothing is bought: the second article of a rule has its chance without the first.
        static double Empty(double time)
        {
            var chance = 1.0;
            for (var i = 0; i < ShopItem.All.Length; i++)
            {
                var (rate, without) = (Rate(i), 1.0);
                if (AssociationRule.All.FirstOrDefault(rule => rule.Second == ShopItem.All[i].Name) is { } rule)
                {
                    var first = Rate(ShopItem.Of(rule.First));
                    without = (1 - Math.Min(rule.Lift, 1 / Math.Max(first, rate)) * first) / (1 - first);
                }
                chance *= 1 - rate * without;
            }
            return chance;

            double Rate(int item) => ShopItem.All[item].Rate * (PromotionCalendar.Promoted(item, time) ? 2 : 1);
        }
    }

    [Fact]
    public void Products_are_the_articles_that_baskets_know()
    {
        var world = Calm.Value;

        Assert.Equal(ShopItem.All.Select(item => (item.Name, item.Department, item.Price)),
            Texts(world, "products", "item").Zip(Texts(world, "products", "department"), Numbers(world, "products", "price")));
        Assert.Equal(ShopItem.All.Select(item => Math.Round(300 * item.Rate, 1)), Numbers(world, "products", "demand_a_day"));
    }

    [Fact]
    public void Sums_of_a_customer_are_those_of_the_rows_below()
    {
        var world = Calm.Value;
        var amounts = Texts(world, "basket_items", "customer_id").Zip(Numbers(world, "basket_items", "amount")).ToLookup(pair => pair.First, pair => pair.Second);
        var visits = Texts(world, "touches", "customer_id").Zip(Texts(world, "touches", "action")).Where(pair => pair.Second == "visited").ToLookup(pair => pair.First);
        var (ids, items, spent, counted) = (Texts(world, "customers", "customer_id"), Numbers(world, "customers", "items"), Numbers(world, "customers", "spent"), Numbers(world, "customers", "visits"));
        for (var row = 0; row < Customers; row++)
        {
            Assert.Equal(amounts[ids[row]].Count(), items[row]);
            Assert.Equal(amounts[ids[row]].Sum(), spent[row], 0.005001);
            Assert.Equal(visits[ids[row]].Count(), counted[row]);
        }
    }

    [Fact]
    public void Stock_is_conserved_on_every_shelf()
    {
        foreach (var world in new[] { Calm.Value, Disrupted.Value })
        {
            var product = Texts(world, "shelf_days", "product_id");
            var (demand, sales, lost, received, onHand) = (Numbers(world, "shelf_days", "demand"), Numbers(world, "shelf_days", "sales"), Numbers(world, "shelf_days", "lost"), Numbers(world, "shelf_days", "received"), Numbers(world, "shelf_days", "on_hand"));
            Assert.Equal(30 * 182, product.Length);
            for (var row = 1; row < product.Length; row++)
            {
                if (product[row] == product[row - 1]) Assert.Equal(onHand[row - 1] + received[row] - sales[row], onHand[row]);
                Assert.Equal(demand[row], sales[row] + lost[row]);
                Assert.True(onHand[row] >= 0 && (lost[row] == 0 || onHand[row] == 0));
            }
        }
    }

    [Fact]
    public void Under_disruption_the_same_customers_meet_emptier_shelves()
    {
        Assert.Equal(Numbers(Calm.Value, "shelf_days", "demand"), Numbers(Disrupted.Value, "shelf_days", "demand"));
        Assert.Equal(Texts(Calm.Value, "customers", "customer_id"), Texts(Disrupted.Value, "customers", "customer_id"));
        var (disrupted, days) = (Numbers(Disrupted.Value, "shelf_days", "disrupted"), 182);
        // A two-state chain that starts undisrupted, one for every shelf: a chance of day d of share (1 - eigenvalue^d); the variance is below that of the stationary chain.
        double share = 0.03 / (0.03 + 1 / 14.0), eigenvalue = 1 - 0.03 - 1 / 14.0;
        var expected = share * (1 - Enumerable.Range(1, days).Average(day => Math.Pow(eigenvalue, day)));
        NormalTolerance.AssertNear(expected, disrupted.Average(), Math.Sqrt(share * (1 - share) * (1 + eigenvalue) / (1 - eigenvalue) / disrupted.Length), "disrupted days");

        double[] fall = [.. Numbers(Calm.Value, "products", "fill_rate").Zip(Numbers(Disrupted.Value, "products", "fill_rate"), (calm, stressed) => calm - stressed)];
        var error = Math.Sqrt(fall.Sum(x => (x - fall.Average()) * (x - fall.Average())) / 29 / 30);
        Assert.True(fall.Average() > 6.1 * error, $"{fall.Average()} with error {error}"); // P(T > 6.1) = 6e-7 at 29 degrees of freedom
    }

    [Fact]
    public void Under_disruption_nobody_finds_pasta_and_some_take_rice()
    {
        var (calm, stressed) = (Pasta(Calm.Value), Pasta(Disrupted.Value));

        Assert.True(calm.InMarch > 50);
        Assert.Equal((0, calm.Otherwise), (stressed.InMarch, stressed.Otherwise));
        // Everyone who missed pasta and had no rice takes some with chance 0.6.
        var rice = Rice(Disrupted.Value) - Rice(Calm.Value);
        var asked = calm.InMarch - calm.WithRice;
        NormalTolerance.AssertNear(0.6 * asked, rice, Math.Sqrt(0.24 * asked), "rice");

        static (int InMarch, int Otherwise, int WithRice) Pasta(World world)
        {
            var rows = Rows(world);
            var rice = rows.Where(row => row.Item == "rice").Select(row => (row.Customer, row.Basket)).ToHashSet();
            var pasta = rows.Where(row => row.Item == "pasta").ToArray();
            return (pasta.Count(row => row.Time.Month == 3), pasta.Count(row => row.Time.Month != 3), pasta.Count(row => row.Time.Month == 3 && rice.Contains((row.Customer, row.Basket))));
        }

        static int Rice(World world) => Rows(world).Count(row => row.Item == "rice");

        static (string Customer, double Basket, DateTime Time, string Item)[] Rows(World world) =>
            [.. Texts(world, "basket_items", "customer_id").Zip(Numbers(world, "basket_items", "basket"), Cells(world, "basket_items", "time").Zip(Texts(world, "basket_items", "item"), (time, item) => ((DateTime)time!, item)))
                .Select(row => (row.First, row.Second, row.Third.Item1, row.Third.item))];
    }

    [Fact]
    public void The_world_is_the_same_at_any_number_of_threads()
    {
        var (one, four) = (Simulated(threads: 1), Simulated(threads: 4));

        foreach (var table in one.Tables.Keys) Assert.Equal(Csv(one[table]), Csv(four[table]));

        static World Simulated(int threads) => EmbeddedScenarios.Load("retail").Simulate(40, new SimulationOptions { Seed = 5, Threads = threads });
    }

    private static byte[] Csv(DataFrame table)
    {
        using var stream = new MemoryStream();
        table.SaveCsv(stream);
        return System.Security.Cryptography.SHA256.HashData(stream.ToArray());
    }
}
