namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>The bids or the asks: price levels from the best on.</summary>
internal sealed class BookSide(Side side)
{
    // Best first: asks by ascending tick, bids by descending tick.
    private readonly SortedDictionary<int, PriceLevel> _levels = new(side == Side.Sell
        ? Comparer<int>.Default
        : Comparer<int>.Create((a, b) => b.CompareTo(a)));

    public int? Best { get; private set; }

    public PriceLevel? BestLevel { get; private set; }

    public PriceLevel? At(int tick) => _levels.GetValueOrDefault(tick);

    public long Shares { get; private set; }

    public void Add(RestingOrder order)
    {
        if (!_levels.TryGetValue(order.Tick, out var level)) _levels.Add(order.Tick, level = new());
        level.Add(order);
        Shares += order.Size;
        if (Best is not { } best || (side == Side.Sell ? order.Tick < best : order.Tick > best)) (Best, BestLevel) = (order.Tick, level);
    }

    public void Reduce(RestingOrder order, int size)
    {
        _levels[order.Tick].Reduce(order, size);
        Shares -= size;
    }

    public void Remove(RestingOrder order)
    {
        var level = _levels[order.Tick];
        level.Remove(order);
        Shares -= order.Size;
        if (level.First is not null) return;
        _levels.Remove(order.Tick);
        if (order.Tick != Best) return;
        (Best, BestLevel) = (null, null);
        foreach (var (tick, next) in _levels) // the first is the best
        {
            (Best, BestLevel) = (tick, next);
            break;
        }
    }
}
