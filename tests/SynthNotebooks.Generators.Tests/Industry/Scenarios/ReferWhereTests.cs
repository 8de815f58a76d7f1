using System.Diagnostics;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class ReferWhereTests
{
    // Twelve products: p1..p12, three kinds in turn, price n * 10, every fourth withdrawn
    internal const string Shop = """
        scenario: shop
        main: buyers
        entities:
          makers: {rows: 3, key: "M{n}", attributes: {land: {formula: "if(n = 1, 'north', n = 2, 'south', 'west')"}}}
          products:
            rows: 12
            key: "p{n}"
            attributes: {kind: {formula: "if(mod(n, 3) = 0, 'tea', mod(n, 3) = 1, 'ale', 'rum')"}, price: {formula: n * 10}, sold: {formula: "mod(n, 4) > 0"}, maker: {refer: makers}}
          buyers:
            rows: 3000
            attributes: {taste: {choose: [tea, ale]}, kind: {formula: "upper(taste)"}, money: {uniform: [35, 130]}}
          orders:
            parent: buyers
            count: 1
            attributes:
              product: {refer: {to: products, WHERE}}
              price: {formula: product.price}
              sold: {formula: product.sold}
              maker: {formula: product.maker.land}
        """;

    [Theory]
    [InlineData("where: candidate.sold", "p1 p2 p3 p5 p6 p7 p9 p10 p11")]
    [InlineData("where: \"candidate.kind = 'tea' and not candidate.sold\"", "p12")]
    [InlineData("where: \"products.price between 40 and 60\"", "p4 p5 p6")]
    [InlineData("where: \"candidate.price in (10, 120)\"", "p1 p12")]
    public void A_condition_on_the_candidate_leaves_those_that_meet_it(string where, string expected)
    {
        var world = Of(where);
        var counts = world["orders"].Texts("product").GroupBy(key => key!).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(expected.Split(' ').Order(), counts.Keys.Order());
        var (k, n) = (counts.Count, (int)world["orders"].Rows.Count);
        Assert.All(counts.Values, count => Assert.InRange(count / (double)n, 1.0 / k - Tolerance.OfMean(n, 12), 1.0 / k + Tolerance.OfMean(n, 12)));
    }

    [Theory]
    [InlineData("candidate.kind = taste")]
    [InlineData("taste = products.kind and candidate.price <= money")]
    [InlineData("candidate.price <= money")]
    [InlineData("upper(candidate.kind) = buyer.kind and candidate.sold and candidate.price >= 20")]
    [InlineData("candidate.maker.land = 'west' or candidate.kind = taste")]
    public void A_condition_on_both_gives_each_row_the_candidates_that_brute_force_finds_as_often_as_their_weights_say(string where)
    {
        var world = Of($"weight: price, where: \"{where}\"");
        var (products, buyers, orders) = (world["products"], world["buyers"], world["orders"]);
        var (kinds, prices, sold, makers) = (products.Texts("kind"), products.Numbers("price"), products.Numbers("sold"), products.Texts("maker"));
        var lands = world["makers"].Texts("land");
        var (tastes, money) = (buyers.Texts("taste"), buyers.Numbers("money"));
        var chosen = orders.Texts("product");
        var (expected, seen) = (new double[12], new double[12]);
        for (var row = 0; row < chosen.Length; row++)
        {
            var meets = Enumerable.Range(0, 12).Where(p => Meets(p, row)).ToArray();
            var at = int.Parse(chosen[row]![1..], System.Globalization.CultureInfo.InvariantCulture) - 1;
            Assert.Contains(at, meets);
            seen[at]++;
            foreach (var p in meets) expected[p] += prices[p] / meets.Sum(one => prices[one]);
        }
        for (var p = 0; p < 12; p++) Assert.InRange(seen[p] / chosen.Length, expected[p] / chosen.Length - Tolerance.OfMean(chosen.Length, 12), expected[p] / chosen.Length + Tolerance.OfMean(chosen.Length, 12));

        bool Meets(int p, int row) => where switch
        {
            "candidate.kind = taste" => kinds[p] == tastes[row],
            "taste = products.kind and candidate.price <= money" => kinds[p] == tastes[row] && prices[p] <= money[row],
            "candidate.price <= money" => prices[p] <= money[row],
            "upper(candidate.kind) = buyer.kind and candidate.sold and candidate.price >= 20" => kinds[p] == tastes[row] && sold[p] != 0 && prices[p] >= 20,
            _ => lands[int.Parse(makers[p]![1..], System.Globalization.CultureInfo.InvariantCulture) - 1] == "west" || kinds[p] == tastes[row],
        };
    }

    [Fact]
    public void Rows_can_refer_to_rows_of_the_same_parent()
    {
        var world = Worlds.Of("scenario: s\nentities:\n  c: {key: 'C{n}'}\n  addresses: {parent: c, singular: address, count: 3, attributes: {main: n = 1}}\n  orders: {parent: c, count: 4, attributes: {to: {refer: {to: addresses, where: candidate.parent = parent}}}}", 50);
        var orders = world["orders"];

        for (var row = 0; row < orders.Rows.Count; row++) Assert.StartsWith(orders["c_id"].GetText(row) + "-", orders["to"].GetText(row), StringComparison.Ordinal);
        Assert.InRange(orders.Texts("to").Distinct().Count(), 100, 140); // of 150, each missed with chance (2/3)⁴: 120 expected
        Assert.True(world.CheckIntegrity().IsSound);
    }

    [Theory]
    [InlineData("where: \"candidate.price > 1000\"", "no row meets what it says of them alone")]
    [InlineData("where: candidate.kind = buyer.kind", "no row has an equal value to '")]
    [InlineData("where: \"candidate.price < money - 200\"", "no row meets it")]
    [InlineData("where: \"money > 1000 and candidate.sold\"", "what it says of the row that refers does not hold")]
    public void When_no_candidate_is_left_the_error_tells_row_condition_and_why(string where, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Of(where));

        Assert.Contains("none of the 12 rows of 'products' is left for row 1 ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(16, wrong.Errors[0].Place.Line);
    }

    [Theory]
    [InlineData("where: \"random() < 0.5\"", 16, "draws at random")]
    [InlineData("where: \"candidate.knd = taste\"", 16, "Did you mean 'kind'")]
    [InlineData("where: \"upper(candidate.kind)\"", 16, "a condition is expected")]
    [InlineData("wehre: sold", 16, "Did you mean 'where'")]
    public void A_wrong_condition_is_told_with_its_place(string where, int line, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Of(where));

        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(line, wrong.Errors[0].Place.Line);
    }

    [Fact]
    public void Code_describes_the_same_condition()
    {
        var read = Scenario.Parse("scenario: s\nmain: a\nentities:\n  b: {rows: 9, attributes: {x: \"mod(n, 3)\"}}\n  a: {rows: 30, attributes: {y: \"mod(n, 3)\", r: {refer: {to: b, weight: n, where: candidate.x = y}}}}");
        var built = new ScenarioBuilder("s").Main("a").Entity("b", e => e.Rows(9).Attribute("x", By.Formula("mod(n, 3)")))
            .Entity("a", e => e.Rows(30).Attribute("y", By.Formula("mod(n, 3)")).Attribute("r", By.Refer("b", weight: "n", where: "candidate.x = y"))).Build();

        Assert.Equal(Worlds.Text(read.Run(30)), Worlds.Text(built.Run(30)));
    }

    // 100,000 rows among 100,000 candidates: pair by pair these would be 10¹⁰ conditions
    [Theory]
    [InlineData("candidate.group = group")]
    [InlineData("mod(candidate.group, 2) = 0")]
    [InlineData("candidate.group > group")]
    public void Large_tables_are_looked_up_not_searched(string where)
    {
        var scenario = Scenario.Parse($"scenario: s\nmain: a\nentities:\n  b: {{rows: 100000, attributes: {{group: \"mod(n, 5000)\"}}}}\n  a: {{attributes: {{group: \"mod(n, 4000)\", r: {{refer: {{to: b, where: \"{where}\"}}}}}}}}");
        var clock = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        Assert.Equal(100_000, scenario.Simulate(100_000, new() { Cancellation = stop.Token })["a"].Rows.Count);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{clock.Elapsed}");
    }

    private static World Of(string where) => Worlds.Of(Shop.Replace("WHERE", where, StringComparison.Ordinal), 3000);
}
