using SynthNotebooks.Generators.Industry.Retail.Baskets;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Retail.Baskets;

public class BasketTests
{
    private const double Factor = 2.5;

    private static readonly Lazy<Shopping> Plain = new(() => Shopping.Of(new(VisitsAWeek: 50, PromotionFactor: 1)));
    private static readonly Lazy<Shopping> Promoted = new(() => Shopping.Of(new(VisitsAWeek: 50, PromotionFactor: Factor, PromotionDiscount: 0.3), seed: 2));

    public static TheoryData<string> Rules => [.. AssociationRule.All.Select(rule => $"{rule.First} > {rule.Second}")];

    [Fact]
    public void Every_article_has_its_rate()
    {
        var holds = Plain.Value.Holds;
        for (var i = 0; i < ShopItem.All.Length; i++)
        {
            var (rate, item) = (ShopItem.All[i].Rate, i);
            // 6.2 deviations: 30 comparisons of 6e-10 each.
            NormalTolerance.AssertNear(rate, holds.Count(basket => basket[item]) / (double)holds.Length, 1.15 * Math.Sqrt(rate * (1 - rate) / holds.Length), ShopItem.All[i].Name);
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_has_its_lift(string text)
    {
        var rule = AssociationRule.All.Single(rule => $"{rule.First} > {rule.Second}" == text);
        var holds = Plain.Value.Holds;
        var (first, second, n) = (ShopItem.Of(rule.First), ShopItem.Of(rule.Second), (double)holds.Length);
        double both = holds.Count(basket => basket[first] && basket[second]), ones = holds.Count(basket => basket[first]), others = holds.Count(basket => basket[second]);

        // Delta method for log(both n / (ones others)) of a multinomial table.
        double p = ShopItem.All[first].Rate, q = ShopItem.All[second].Rate;
        var variance = (1 / (p * q * rule.Lift) - 1 / p - 1 / q + 2 * rule.Lift - 1) / n;
        NormalTolerance.AssertNear(Math.Log(rule.Lift), Math.Log(both * n / (ones * others)), Math.Sqrt(variance), text);
    }

    [Fact]
    public void Articles_without_a_rule_have_lift_one()
    {
        var holds = Plain.Value.Holds;
        foreach (var (one, other) in new[] { ("milk", "bread"), ("apples", "bananas"), ("coffee", "detergent"), ("pasta", "beer"), ("tomato_sauce", "cheese") })
        {
            var (first, second) = (ShopItem.Of(one), ShopItem.Of(other));
            var both = ShopItem.All[first].Rate * ShopItem.All[second].Rate;
            NormalTolerance.AssertNear(both, holds.Count(basket => basket[first] && basket[second]) / (double)holds.Length, Math.Sqrt(both * (1 - both) / holds.Length), $"{one}, {other}");
        }
    }

    [Fact]
    public void Promotions_raise_rates_by_their_factor_and_lower_prices_by_their_discount()
    {
        var (visits, holds, rows) = (Promoted.Value.Visits, Promoted.Value.Holds, Promoted.Value.Rows);
        double expected = 0, variance = 0, found = 0, without = 0;
        for (var visit = 0; visit < visits.Length; visit++)
            for (var item = 0; item < ShopItem.All.Length; item++)
            {
                if (!PromotionCalendar.Promoted(item, visits[visit].Time) || AssociationRule.All.Any(rule => rule.First == ShopItem.All[item].Name || rule.Second == ShopItem.All[item].Name)) continue; // the rest is independent
                var rate = Shopping.Rate(item, visits[visit], Factor);
                (expected, variance, without) = (expected + rate, variance + rate * (1 - rate), without + ShopItem.All[item].Rate);
                if (holds[visit][item]) found++;
            }
        NormalTolerance.AssertNear(expected, found, Math.Sqrt(variance), "promoted articles");
        Assert.True(found > 2.2 * without, $"{found} of {without} without promotion");

        var (promotion, items, tiers, price, quantity, amount) = (rows["promotion"], rows["item"], rows.Texts("tier"), rows["price"], rows["quantity"], rows["amount"]);
        for (var row = 0; row < rows.Count; row++)
        {
            var list = ShopItem.All[(int)items[row]].Price * (tiers[row] switch { "value" => 0.75, "standard" => 1, _ => 1.45 });
            Assert.Equal(list * (promotion[row] == 1 ? 0.7 : 1), price[row], 0.005001);
            Assert.Equal(quantity[row] * price[row], amount[row], 1e-9);
            Assert.Equal(PromotionCalendar.Promoted((int)items[row], rows.Times[row]), promotion[row] == 1);
        }
    }

    [Fact]
    public void Rules_keep_their_lifts_under_promotions()
    {
        var (visits, holds) = (Promoted.Value.Visits, Promoted.Value.Holds);
        foreach (var rule in AssociationRule.All)
        {
            var (first, second) = (ShopItem.Of(rule.First), ShopItem.Of(rule.Second));
            double expected = 0, variance = 0;
            foreach (var visit in visits)
            {
                var (p, q) = (Shopping.Rate(first, visit, Factor), Shopping.Rate(second, visit, Factor));
                var both = p * q * Math.Min(rule.Lift, 1 / Math.Max(p, q));
                (expected, variance) = (expected + both, variance + both * (1 - both));
            }
            NormalTolerance.AssertNear(expected, holds.Count(basket => basket[first] && basket[second]), Math.Sqrt(variance), $"{rule.First}, {rule.Second}");
        }
    }

    [Fact]
    public void Every_article_is_promoted_in_one_week_of_ten()
    {
        var monday = ProcessTable.Seconds("2024-01-01");
        for (var item = 0; item < ShopItem.All.Length; item++)
        {
            var weeks = Enumerable.Range(-600, 1000).Where(week => PromotionCalendar.Promoted(item, monday + week * 7 * 86_400.0)).ToArray();
            Assert.Equal(100, weeks.Length);
            Assert.All(weeks, week => Assert.True(PromotionCalendar.Promoted(item, monday + (week * 7 + 7) * 86_400.0 - 1)));
        }
    }

    [Fact]
    public void Tiers_are_a_logit_of_quality_and_of_a_price_that_weighs_more_when_the_budget_is_spent()
    {
        const double budget = 400;
        var rows = Shopping.Of(new(VisitsAWeek: 12, MonthlyBudget: budget), years: 25, seed: 3).Rows;
        var (tiers, amount, basket) = (rows.Texts("tier"), rows["amount"], rows["basket"]);
        string[] names = ["value", "standard", "premium"];
        double[] price = [0.75, 1, 1.45], quality = [0, 0.55, 0.9];
        var premium = new List<double>();
        for (var bin = 0; bin < 3; bin++) // less than half of the budget spent, less than all, more
        {
            double[] expected = new double[3], variance = new double[3], found = new double[3];
            double spent = 0, share = 0;
            for (var row = 0; row < rows.Count; row++)
            {
                if (row > 0 && Month(rows.Times[row]) != Month(rows.Times[row - 1])) spent = 0;
                if (row == 0 || basket[row] != basket[row - 1]) share = spent / budget; // known before the basket is filled
                spent += amount[row];
                if ((share < 0.5 ? 0 : share < 1 ? 1 : 2) != bin) continue;
                var weights = Enumerable.Range(0, 3).Select(i => Math.Exp(2 * quality[i] - (0.8 + 1.6 * Math.Min(share, 1.5)) * price[i])).ToArray();
                for (var i = 0; i < 3; i++)
                {
                    var chance = weights[i] / weights.Sum();
                    (expected[i], variance[i]) = (expected[i] + chance, variance[i] + chance * (1 - chance));
                    if (tiers[row] == names[i]) found[i]++;
                }
            }
            Assert.True(found.Sum() > 1000, $"{found.Sum()} rows in bin {bin}");
            for (var i = 0; i < 3; i++) NormalTolerance.AssertNear(expected[i], found[i], Math.Sqrt(variance[i]), names[i]);
            premium.Add(found[2] / found.Sum());
        }
        Assert.True(premium[0] > premium[1] + 0.05 && premium[1] > premium[2] + 0.05, string.Join(", ", premium));

        static int Month(double seconds) => DateTime.UnixEpoch.AddSeconds(seconds).Month;
    }

    [Fact]
    public void The_same_stream_gives_the_same_baskets()
    {
        var options = new BasketOptions(VisitsAWeek: 3);

        Assert.True(Shopping.Of(options, 1).Rows.SameAs(Shopping.Of(options, 1).Rows, int.MaxValue));
        Assert.False(Shopping.Of(options, 1).Rows.SameAs(Shopping.Of(options, 1, seed: 2).Rows, 1));
        Assert.True(Shopping.Of(options with { Shopper = 5 }, 1).Rows.SameAs(Shopping.Of(options with { Shopper = 5 }, 1, seed: 2).Rows, int.MaxValue));
    }

    [Fact]
    public void Options_that_are_not_legal_are_named()
    {
        Assert.Equal("options.MonthlyBudget", Assert.Throws<ArgumentOutOfRangeException>(() => new BasketProcess(new(MonthlyBudget: 0))).ParamName);
        Assert.Equal("habit", Assert.Throws<ArgumentOutOfRangeException>(() => new BasketProcess(new(Habit: 1.1))).ParamName);
        Assert.Contains("Did you mean 'pasta'?", Assert.Throws<ArgumentException>(() => new BasketProcess(new(SoldOut: "pastaa"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lifts_of_rules_can_hold() // else rates would have to give way
    {
        Assert.All(AssociationRule.All, rule =>
        {
            double p = ShopItem.All[ShopItem.Of(rule.First)].Rate, q = ShopItem.All[ShopItem.Of(rule.Second)].Rate;
            Assert.InRange(rule.Lift, 1.01, 1 / Math.Max(p, q));
        });
        Assert.Equal(AssociationRule.All.Length, AssociationRule.All.Select(rule => rule.Second).Distinct().Count());
    }
}
