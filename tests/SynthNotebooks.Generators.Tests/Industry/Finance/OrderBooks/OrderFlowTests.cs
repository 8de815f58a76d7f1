using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.OrderBooks;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.OrderBooks;

public class OrderFlowTests
{
    [Fact]
    public void Without_market_orders_the_depth_at_a_price_is_poisson_with_rate_over_cancellation()
    {
        // Each price away from the spread is a queue with Poisson arrivals and a server for each order: its length is Poisson in the long run.
        const int runs = 150, from = 4, to = 14;
        var options = new OrderBookOptions(LimitRate: 0.02, MarketRate: 0, CancelRate: 0.01, Levels: 20, Lot: 1, MeanLots: 1);
        var depths = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var flow = new OrderFlow(options, 1000, new SplitRandom((ulong)run));
            for (var time = 0.0; time < 10 / options.CancelRate; time += flow.Next()) { }
            for (var level = from; level < to; level++)
            {
                depths.Add(flow.Book.SharesAt(Side.Buy, flow.Book.BestBid!.Value - level));
                depths.Add(flow.Book.SharesAt(Side.Sell, flow.Book.BestAsk!.Value + level));
            }
        }

        NormalTolerance.AssertNear(2, depths.Average(), Math.Sqrt(2.0 / depths.Count), "mean depth");
        NormalTolerance.AssertNear(2, depths.Average(depth => (depth - 2) * (depth - 2)), Math.Sqrt((2 + 2 * 4.0) / depths.Count), "variance of depth");
        var empty = Math.Exp(-2);
        NormalTolerance.AssertNear(empty, depths.Count(depth => depth == 0) / (double)depths.Count, Math.Sqrt(empty * (1 - empty) / depths.Count), "empty prices");
    }

    [Fact]
    public void Orders_come_at_their_rates()
    {
        var options = new OrderBookOptions(LimitRate: 0.01, MarketRate: 0.2, CancelRate: 0.005, Levels: 30, MeanLots: 3, Lot: 10);
        var flow = new OrderFlow(options, 5000, new SplitRandom(1));
        double time = 0, life = 0, limits = 0, markets = 0, cancels = 0, lots = 0, buys = 0;
        while (time < 100_000)
        {
            var orders = flow.Book.Orders;
            var wait = flow.Next();
            (time, life) = (time + wait, life + wait * orders);
            if (flow.Event == OrderEvent.Cancel) cancels++;
            else
            {
                if (flow.Event == OrderEvent.Limit) limits++;
                else markets++;
                lots += flow.OrderSize / 10.0;
                buys += flow.Side == Side.Buy ? 1 : 0;
            }
        }

        NormalTolerance.AssertNear(0.6 * time, limits, Math.Sqrt(0.6 * time), "limit orders");
        NormalTolerance.AssertNear(0.2 * time, markets, Math.Sqrt(0.2 * time), "market orders");
        NormalTolerance.AssertNear(0.005 * life, cancels, Math.Sqrt(0.005 * life), "cancellations");
        var orders2 = limits + markets;
        NormalTolerance.AssertNear(3, lots / orders2, Math.Sqrt(6 / orders2), "lots"); // geometric: variance m (m - 1)
        NormalTolerance.AssertNear(0.5, buys / orders2, 0.5 / Math.Sqrt(orders2), "buys");
    }

    [Fact]
    public void Faster_rates_give_the_same_messages_in_less_time()
    {
        var options = new OrderBookOptions();
        var (slow, fast) = (new OrderFlow(options, 3000, new(4)), new OrderFlow(options with { LimitRate = 4 * options.LimitRate, MarketRate = 4 * options.MarketRate, CancelRate = 4 * options.CancelRate }, 3000, new(4)));
        for (var message = 0; message < 20_000; message++)
        {
            Assert.Equal(slow.Next() / 4, fast.Next(), 1e-9);
            Assert.Equal((slow.Event, slow.Side, slow.Price, slow.OrderSize, slow.Traded), (fast.Event, fast.Side, fast.Price, fast.OrderSize, fast.Traded));
        }
    }

    [Fact]
    public void More_market_orders_widen_the_spread()
    {
        Assert.True(MeanSpread(0.05) < MeanSpread(0.1));
        Assert.True(MeanSpread(0.1) < MeanSpread(0.15));

        static double MeanSpread(double marketRate)
        {
            var flow = new OrderFlow(new OrderBookOptions(MarketRate: marketRate), 5000, new(8));
            double time = 0, sum = 0;
            while (time < 60_000)
            {
                var spread = flow.Book.BestAsk - flow.Book.BestBid;
                var wait = flow.Next();
                if (spread is { } known) (time, sum) = (time + wait, sum + wait * known);
            }
            return sum / time;
        }
    }
}
