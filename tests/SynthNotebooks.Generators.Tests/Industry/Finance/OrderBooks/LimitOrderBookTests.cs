using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.OrderBooks;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.OrderBooks;

public class LimitOrderBookTests
{
    [Fact]
    public void The_best_price_trades_first_and_at_one_price_the_earlier_order()
    {
        var book = new LimitOrderBook();
        var (dear, early, late) = (book.Place(Side.Sell, 102, 5), book.Place(Side.Sell, 101, 3), book.Place(Side.Sell, 101, 4));

        Assert.Equal(0, book.Take(Side.Buy, 9));

        Assert.Equal([new(early, 101, 3), new(late, 101, 4), new(dear, 102, 2)], book.Trades);
        Assert.Equal((102, 3L), (book.BestAsk!.Value, book.SharesAtBest(Side.Sell)));
        Assert.Throws<ArgumentException>(() => book.Cancel(early));
    }

    [Fact]
    public void A_limit_order_that_crosses_trades_up_to_its_price_and_rests_with_what_is_left()
    {
        var book = new LimitOrderBook();
        book.Place(Side.Buy, 99, 10);
        book.Place(Side.Buy, 98, 10);
        var order = book.Place(Side.Sell, 99, 14);

        Assert.Equal([10], book.Trades.Select(trade => trade.Size));
        Assert.Equal((98, 99), (book.BestBid!.Value, book.BestAsk!.Value));
        Assert.Equal((Side.Sell, 99, 4), book.Cancel(order));
        Assert.Null(book.BestAsk);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void It_does_what_a_plain_list_of_orders_does(int seed)
    {
        var (random, book, plain) = (new SplitRandom((ulong)seed), new LimitOrderBook(), new PlainBook());
        long placed = 0, traded = 0, cancelled = 0;
        for (var step = 0; step < 20_000; step++)
        {
            var side = random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
            var (size, tick) = (1 + random.NextBelow(9), 90 + random.NextBelow(21));
            switch (random.NextBelow(10))
            {
                case < 5:
                    Assert.Equal(plain.Place(side, tick, size), book.Place(side, tick, size));
                    placed += size;
                    traded += 2 * book.Trades.Sum(trade => trade.Size); // a crossing order's shares and the resting ones
                    Assert.Equal(plain.Trades, book.Trades);
                    break;
                case < 7:
                    Assert.Equal(plain.Take(side, size), book.Take(side, size));
                    traded += book.Trades.Sum(trade => trade.Size);
                    Assert.Equal(plain.Trades, book.Trades);
                    break;
                default:
                    if (book.Orders == 0) break;
                    var number = book.NumberAt(random.NextBelow(book.Orders));
                    var order = book.Cancel(number);
                    Assert.Equal(plain.Cancel(number), order);
                    cancelled += order.Size;
                    break;
            }
            Assert.Equal((plain.Best(Side.Buy), plain.Best(Side.Sell), plain.Count), (book.BestBid, book.BestAsk, book.Orders));
            Assert.True(book.BestBid is not { } bid || book.BestAsk is not { } ask || bid < ask, $"crossed at step {step}");
            Assert.Equal(placed, traded + cancelled + book.Shares(Side.Buy) + book.Shares(Side.Sell)); // no share is lost or made
            Assert.Equal(plain.SharesAt(side, tick), book.SharesAt(side, tick));
        }
    }

    /// <summary>The rules of the auction on one list, by search.</summary>
    private sealed class PlainBook
    {
        private readonly List<(long Number, Side Side, int Tick, int Size)> _orders = []; // in the order in which they came
        private long _numbers;

        public List<Trade> Trades { get; } = [];
        public int Count => _orders.Count;

        public int? Best(Side side)
        {
            var ticks = _orders.Where(order => order.Side == side).Select(order => (int?)order.Tick);
            return side == Side.Buy ? ticks.Max() : ticks.Min();
        }

        public long SharesAt(Side side, int tick) => _orders.Where(order => order.Side == side && order.Tick == tick).Sum(order => order.Size);

        public long Place(Side side, int tick, int size)
        {
            var left = Match(side, size, tick);
            _numbers++;
            if (left > 0) _orders.Add((_numbers, side, tick, left));
            return _numbers;
        }

        public int Take(Side side, int size) => Match(side, size, side == Side.Buy ? int.MaxValue : 0);

        public (Side, int, int) Cancel(long number)
        {
            var at = _orders.FindIndex(order => order.Number == number);
            var order = _orders[at];
            _orders.RemoveAt(at);
            return (order.Side, order.Tick, order.Size);
        }

        private int Match(Side side, int size, int limit)
        {
            Trades.Clear();
            while (size > 0)
            {
                var others = _orders.Where(order => order.Side != side && (side == Side.Buy ? order.Tick <= limit : order.Tick >= limit));
                var best = (side == Side.Buy ? others.OrderBy(order => order.Tick) : others.OrderByDescending(order => order.Tick)).Take(1).ToArray(); // stable: the earlier stays first
                if (best.Length == 0) break;
                var at = _orders.FindIndex(order => order.Number == best[0].Number);
                var traded = Math.Min(size, best[0].Size);
                Trades.Add(new(best[0].Number, best[0].Tick, traded));
                size -= traded;
                if (traded == best[0].Size) _orders.RemoveAt(at);
                else _orders[at] = best[0] with { Size = best[0].Size - traded };
            }
            return size;
        }
    }
}
