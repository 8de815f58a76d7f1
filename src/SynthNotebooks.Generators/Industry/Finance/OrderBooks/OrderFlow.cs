using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>Orders of traders without intelligence: Poisson streams of limit orders, market orders and cancellations.</summary>
/// <remarks>
/// Limit orders come at the same rate at every price better than or equal to <c>levels</c> ticks from the other side's best; each order in the
/// book is cancelled at a constant rate. Source: Smith, Farmer, Gillemot, Krishnamurthy, Quantitative Finance 3(6), 2003, arXiv:cond-mat/0210475.
/// </remarks>
internal sealed class OrderFlow
{
    private readonly OrderBookOptions _options;
    private readonly SplitRandom _random;
    private int _bid, _ask; // the best prices, or the last there were

    /// <param name="options">Checked by the process.</param>
    /// <param name="middle">Price in ticks around which the book is filled.</param>
    /// <param name="random">Of this flow alone.</param>
    public OrderFlow(OrderBookOptions options, int middle, SplitRandom random)
    {
        (_options, _random, _bid, _ask) = (options, random, Math.Max(1, middle), Math.Max(1, middle) + 1);
        for (var distance = 0; distance < options.Levels; distance++) // about the number of orders that a price far from the spread has in the long run
            for (var left = options.LimitRate / options.CancelRate; left > 0; left--)
            {
                if (left < 1 && random.NextDouble() >= left) continue;
                if (_bid - distance >= 1) Book.Place(Side.Buy, _bid - distance, Size());
                Book.Place(Side.Sell, _ask + distance, Size());
            }
    }

    public LimitOrderBook Book { get; } = new();

    /// <summary>Middle of the spread, or of the last one there was.</summary>
    public int Middle => (_bid + _ask) / 2;

    public OrderEvent Event { get; private set; }
    public Side Side { get; private set; }

    /// <summary>Price in ticks: of the limit order, of the cancelled order, or the mean of the trades (NaN when there was none).</summary>
    public double Price { get; private set; }

    public int OrderSize { get; private set; }
    public int Traded { get; private set; }

    /// <summary>Number of the order placed or cancelled; 0 for a market order.</summary>
    public long Number { get; private set; }

    /// <summary>Brings about the next event.</summary>
    /// <returns>Seconds since the last one.</returns>
    public double Next()
    {
        var limit = 2 * _options.LimitRate * _options.Levels;
        var total = limit + _options.MarketRate + _options.CancelRate * Book.Orders;
        var wait = -PortableMath.Log(_random.NextOpenDouble()) / total;
        var which = _random.NextDouble() * total;
        (Number, Traded) = (0, 0);
        if (which < limit) Limit();
        else if (which < limit + _options.MarketRate || Book.Orders == 0) Market();
        else Cancel();
        (_bid, _ask) = (Book.BestBid ?? Math.Min(_bid, _ask - 1), Book.BestAsk ?? Math.Max(_ask, _bid + 1));
        return wait;
    }

    private void Limit()
    {
        (Event, Side, OrderSize) = (OrderEvent.Limit, CoinSide(), Size());
        var distance = 1 + _random.NextBelow(_options.Levels);
        var tick = Side == Side.Buy ? Math.Max(1, _ask - distance) : _bid + distance;
        Price = tick;
        Number = Book.Place(Side, tick, OrderSize);
    }

    private void Market()
    {
        (Event, Side, OrderSize) = (OrderEvent.Market, CoinSide(), Size());
        Traded = OrderSize - Book.Take(Side, OrderSize);
        var money = 0.0;
        foreach (var trade in Book.Trades) money += (double)trade.Tick * trade.Size;
        Price = Traded == 0 ? double.NaN : money / Traded;
    }

    private void Cancel()
    {
        Event = OrderEvent.Cancel;
        Number = Book.NumberAt(_random.NextBelow(Book.Orders));
        (Side, var tick, OrderSize) = Book.Cancel(Number);
        Price = tick;
    }

    private Side CoinSide() => _random.NextDouble() < 0.5 ? Side.Buy : Side.Sell;

    // Geometric from 1 on, in lots.
    private int Size()
    {
        if (_options.MeanLots == 1) return _options.Lot;
        var failures = PortableMath.Log(_random.NextOpenDouble()) / PortableMath.Log(1 - 1 / _options.MeanLots);
        return _options.Lot * (1 + (int)Math.Min(failures, 10_000));
    }
}
