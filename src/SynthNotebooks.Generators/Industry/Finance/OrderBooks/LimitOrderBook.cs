using System.Globalization;

namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>A continuous double auction with price-time priority.</summary>
/// <remarks>
/// An order that comes trades with the best price of the other side, at each price with the order that came first; what is left of a limit
/// order rests. So the best bid lies below the best ask at all times. An operation costs O(log of the number of prices) and O(1) for each trade.
/// Not thread-safe.
/// </remarks>
public sealed class LimitOrderBook
{
    private readonly BookSide _bids = new(Side.Buy), _asks = new(Side.Sell);
    private readonly Dictionary<long, RestingOrder> _byNumber = [];
    private readonly List<RestingOrder> _live = [];
    private readonly List<Trade> _trades = [];
    private long _numbers;

    /// <summary>Highest price that somebody bids, in ticks; null when nobody does.</summary>
    public int? BestBid => _bids.Best;

    /// <summary>Lowest price that somebody asks, in ticks; null when nobody does.</summary>
    public int? BestAsk => _asks.Best;

    /// <summary>Number of orders in the book.</summary>
    public int Orders => _live.Count;

    /// <summary>The trades of the last <see cref="Place"/> or <see cref="Take"/>, in the order in which they happened.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>Shares that rest on one side.</summary>
    public long Shares(Side side) => Of(side).Shares;

    /// <summary>Shares that rest on one side at one price.</summary>
    public long SharesAt(Side side, int tick) => Of(side).At(tick)?.Size ?? 0;

    /// <summary>Shares that rest at the best price of one side; 0 when there is none.</summary>
    public long SharesAtBest(Side side) => Of(side).BestLevel?.Size ?? 0;

    /// <summary>A limit order: trades as far as prices cross, the rest waits in the book.</summary>
    /// <returns>The order's number, counted from 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size or the price is not positive.</exception>
    public long Place(Side side, int tick, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tick);
        var left = Match(side, size, tick);
        var number = ++_numbers;
        if (left == 0) return number;
        var order = new RestingOrder { Number = number, Side = side, Tick = tick, Size = left, Position = _live.Count };
        Of(side).Add(order);
        _live.Add(order);
        _byNumber.Add(number, order);
        return number;
    }

    /// <summary>A market order: trades at once at any price.</summary>
    /// <returns>Shares that found nobody to trade with; they are gone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public int Take(Side side, int size) => Match(side, size, side == Side.Buy ? int.MaxValue : 0);

    /// <summary>Takes an order out of the book.</summary>
    /// <returns>Its side, its price in ticks and the shares that were left.</returns>
    /// <exception cref="ArgumentException">No such order is in the book.</exception>
    public (Side Side, int Tick, int Size) Cancel(long number)
    {
        if (!_byNumber.TryGetValue(number, out var order))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"No order {number} is in the book; it was never placed, has traded, or was cancelled."), nameof(number));
        Drop(order);
        return (order.Side, order.Tick, order.Size);
    }

    /// <summary>The number of the live order at a position from 0 to <see cref="Orders"/> - 1; positions have no meaning beyond that each order has one.</summary>
    public long NumberAt(int position) => _live[position].Number;

    private int Match(Side side, int size, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        _trades.Clear();
        var others = Of(side == Side.Buy ? Side.Sell : Side.Buy);
        while (size > 0 && others.Best is { } best && (side == Side.Buy ? best <= limit : best >= limit))
        {
            var order = others.BestLevel!.First!;
            var traded = Math.Min(size, order.Size);
            _trades.Add(new(order.Number, best, traded));
            size -= traded;
            others.Reduce(order, traded);
            if (order.Size == 0) Drop(order);
        }
        return size;
    }

    private void Drop(RestingOrder order)
    {
        Of(order.Side).Remove(order);
        _byNumber.Remove(order.Number);
        var last = _live[^1];
        (_live[order.Position], last.Position) = (last, order.Position);
        _live.RemoveAt(_live.Count - 1);
    }

    private BookSide Of(Side side) => side == Side.Buy ? _bids : _asks;
}
