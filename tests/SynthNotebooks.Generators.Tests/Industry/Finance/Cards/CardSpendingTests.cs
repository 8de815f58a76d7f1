using SynthNotebooks.Generators.Industry.Finance.Cards;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Cards;

public class CardSpendingTests
{
    private static readonly CardSpendingOptions Honest = new(PerDay: 20, Balance: 1e7, CardTesting: 0, Takeover: 0, Trips: 0, Sprees: 0);

    private static ProcessTable Run(CardSpendingOptions options, string from = "2020-01-01", string to = "2024-01-01", ulong seed = 1) =>
        ProcessTable.Of(new CardSpendingProcess(options), from, to, seed);

    private static DateTime Day(double seconds) => DateTime.UnixEpoch.AddSeconds(seconds);

    [Fact]
    public void Payments_follow_the_calendar()
    {
        var table = Run(Honest);
        var days = Enumerable.Range(0, (int)(ProcessTable.Seconds("2024-01-01") - ProcessTable.Seconds("2020-01-01")) / 86_400)
            .Select(day => new DateOnly(2020, 1, 1).AddDays(day)).ToArray();

        for (var weekday = 0; weekday < 7; weekday++)
            Near(days.Where(day => (int)day.DayOfWeek == weekday), table.Times.Count(time => (int)Day(time).DayOfWeek == weekday));
        for (var month = 1; month <= 12; month++)
            Near(days.Where(day => day.Month == month), table.Times.Count(time => Day(time).Month == month));
        Near(days.Where(day => day is { Month: 5, Day: 1 } or { Month: 12, Day: 25 }), table.Times.Count(time => Day(time) is { Month: 5, Day: 1 } or { Month: 12, Day: 25 }));
        Assert.InRange(days.Average(SpendingCalendar.Factor), 0.98, 1.02); // so that the option says what it means
        Assert.True(SpendingCalendar.Factor(new(2023, 12, 23)) > 1.4 && SpendingCalendar.Factor(new(2023, 5, 1)) < 0.5);

        static void Near(IEnumerable<DateOnly> group, int found)
        {
            var expected = 20 * group.Sum(SpendingCalendar.Factor);
            NormalTolerance.AssertNear(expected, found, Math.Sqrt(expected), "payments");
        }
    }

    [Theory, InlineData(Lifestyle.Student), InlineData(Lifestyle.Family), InlineData(Lifestyle.Retired)]
    public void Categories_and_sums_follow_the_lifestyle_and_the_income(Lifestyle lifestyle)
    {
        var options = Honest with { Lifestyle = lifestyle, Income = 18_000 };
        var table = Run(options);
        var (categories, amounts) = (table["category"], table["amount"]);
        var weights = MerchantCategory.All.Sum(category => category.Weights[(int)lifestyle]);

        for (var i = 0; i < MerchantCategory.All.Length; i++)
        {
            var category = MerchantCategory.All[i];
            var logs = amounts.Where((_, row) => categories[row] == i).Select(amount => Math.Log(amount)).ToArray();
            var share = category.Weights[(int)lifestyle] / weights;
            NormalTolerance.AssertNear(share, logs.Length / (double)table.Count, Math.Sqrt(share * (1 - share) / table.Count), category.Name);
            var scaled = category.Median * Holder.Scale(options);
            if (category.Name == MerchantCategory.Cash || scaled * Math.Exp(-5 * category.Spread) < 0.5) continue; // whole notes; sums that the smallest payment cuts off
            NormalTolerance.AssertNear(Math.Log(scaled), logs.Average(), category.Spread / Math.Sqrt(logs.Length) + 0.001, category.Name); // cents
        }
        var spent = MerchantCategory.All.Sum(category => category.Weights[(int)lifestyle] * category.Median * Math.Exp(category.Spread * category.Spread / 2)) / weights * Holder.Scale(options);
        Assert.Equal(Holder.SpentShare * 18_000, spent * 20 * 365.25, 6);
    }

    [Fact]
    public void Payments_go_to_merchants_of_their_category_and_mostly_to_known_ones()
    {
        var table = Run(Honest with { Merchants = 130 });
        var (merchants, categories) = (table["merchant"], table["category"]);

        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal(categories[row], merchants[row] % MerchantCategory.All.Length));
        Assert.Equal("M0001", new CardSpendingProcess(Honest).Columns.Single(column => column.Name == "merchant").Categories[0]);
        var groceries = merchants.Where((_, row) => categories[row] == 0).ToArray();
        var known = groceries.CountBy(merchant => merchant).OrderByDescending(pair => pair.Value).Take(3).Sum(pair => pair.Value) / (double)groceries.Length;
        Assert.True(known > 0.75 - NormalTolerance.Deviations * 0.5 / Math.Sqrt(groceries.Length), $"{known}"); // three regulars take three quarters, and their part of the rest
    }

    [Fact]
    public void Balances_add_up_and_no_payment_is_approved_without_money()
    {
        var table = Run(new(PerDay: 2, Balance: 300, Credit: 200, CardTesting: 1, Takeover: 1));
        var (balance, amount, approved) = (table["balance"], table["amount"], table["approved"]);
        Assert.Contains(0, approved);
        for (var row = 1; row < table.Count; row++)
        {
            Assert.True(balance[row] >= -200, $"row {row}");
            var income = balance[row] - balance[row - 1] + (approved[row] == 1 ? amount[row] : 0);
            var paydays = Enumerable.Range(0, 3).Count(m => new DateTime(Day(table.Times[row]).Year, Day(table.Times[row]).Month, SpendingCalendar.Payday, 6, 0, 0).AddMonths(-m) is var day
                && day > Day(table.Times[row - 1]) && day <= Day(table.Times[row]));
            if (paydays == 0) Assert.Equal(0, income, 6);
            else Assert.True(income > -1e-6 || balance[row] > 7000, $"row {row}: {income}"); // beyond four salaries money moves to savings
        }
    }

    [Fact]
    public void Payments_abroad_happen_on_journeys_and_far_from_home()
    {
        var table = Run(Honest with { Trips = 4 });
        var (country, distance, channels) = (table["country"], table["distance"], table.Texts("channel"));
        var abroad = Enumerable.Range(0, table.Count).Where(row => country[row] > 0 && channels[row] != "online").ToArray();

        Assert.NotEmpty(abroad);
        Assert.All(abroad, row => Assert.True(distance[row] >= 300));
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.Equal(channels[row] == "online", double.IsNaN(distance[row])));
        // A journey lasts 2 to 14 days, so some four each year make 9 % of the days: payments abroad are few, but no outliers.
        Assert.InRange(abroad.Length / (double)table.Count, 0.02, 0.2);
    }

    [Fact]
    public void The_same_stream_gives_the_same_payments()
    {
        var options = new CardSpendingOptions(CardTesting: 2, Takeover: 2);

        Assert.True(Run(options).SameAs(Run(options), int.MaxValue));
        Assert.False(Run(options).SameAs(Run(options, seed: 2), 1));
    }

    [Fact]
    public void Options_that_are_not_legal_are_named() =>
        Assert.Equal("options.Income", Assert.Throws<ArgumentOutOfRangeException>(() => new CardSpendingProcess(new(Income: -5))).ParamName);
}
