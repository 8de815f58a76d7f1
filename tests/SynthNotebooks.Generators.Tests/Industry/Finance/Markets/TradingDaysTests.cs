using SynthNotebooks.Generators.Industry.Finance.Markets;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Markets;

public class TradingDaysTests
{
    [Theory] // known dates of Easter
    [InlineData(1999, 4, 4), InlineData(2000, 4, 23), InlineData(2008, 3, 23), InlineData(2024, 3, 31), InlineData(2025, 4, 20), InlineData(2038, 4, 25)]
    public void Easter_falls_where_the_calendar_says(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), TradingDays.EasterSunday(year));

    [Theory]
    [InlineData("2024-03-29", false), InlineData("2024-04-01", false), InlineData("2024-03-28", true), InlineData("2024-05-01", false)]
    [InlineData("2024-12-26", false), InlineData("2024-12-27", true), InlineData("2024-06-15", false), InlineData("2024-06-17", true)]
    public void Weekends_and_closing_days_have_no_trading(string day, bool open) => Assert.Equal(open, TradingDays.IsOpen(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_year_has_its_number_of_trading_days()
    {
        var days = TradingDays.Between(ProcessTable.Seconds("2024-01-01"), ProcessTable.Seconds("2025-01-01")).ToArray();

        Assert.Equal(262 - 6, days.Length); // 262 weekdays, all six closing days on one of them
        Assert.Equal(ProcessTable.Seconds("2024-01-02"), days[0]);
        Assert.Equal(ProcessTable.Seconds("2024-12-31"), days[^1]);
    }
}
