using SynthNotebooks.Generators.Industry.Finance.OrderBooks;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.OrderBooks;

public class OrderBookProcessTests
{
    [Fact]
    public void Messages_come_in_trading_hours_and_the_book_is_never_crossed()
    {
        var table = ProcessTable.Of(new OrderBookProcess(new()), "2024-03-27", "2024-04-03");
        var (bid, ask, price, size, traded, kinds) = (table["best_bid"], table["best_ask"], table["price"], table["size"], table["traded"], table.Texts("event"));

        Assert.All(table.Times, time => Assert.InRange(time % 86_400 / 3600, 9, 17));
        Assert.Equal(["2024-03-27", "2024-03-28", "2024-04-02"], table.Times.Select(time => DateTime.UnixEpoch.AddSeconds(time).ToString("yyyy-MM-dd", null)).Distinct());
        for (var row = 0; row < table.Count; row++)
        {
            Assert.True(double.IsNaN(bid[row]) || double.IsNaN(ask[row]) || bid[row] < ask[row], $"row {row}");
            Assert.InRange(traded[row], 0, size[row]);
            Assert.Equal(kinds[row] == "market" && traded[row] > 0, traded[row] > 0); // only market orders trade: a limit order is placed behind the other side's best
            Assert.Equal(traded[row] == 0 && kinds[row] == "market", double.IsNaN(price[row]));
        }
        Assert.Equal(3, kinds.Distinct().Count());
    }

    [Fact]
    public void A_day_is_the_same_in_a_longer_period()
    {
        var (one, two) = (ProcessTable.Of(new OrderBookProcess(new()), "2024-06-03", "2024-06-04"), ProcessTable.Of(new OrderBookProcess(new()), "2024-06-03", "2024-06-05"));

        Assert.True(one.Count > 1000 && two.Count > one.Count);
        Assert.True(two.SameAs(one, one.Count));
    }
}
