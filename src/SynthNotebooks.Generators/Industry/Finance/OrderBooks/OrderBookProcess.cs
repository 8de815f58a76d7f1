using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.Markets;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.OrderBooks;

/// <summary>The messages of an exchange's order book for one share, with the best prices and the depth after each.</summary>
/// <remarks>
/// <para>One row for each limit order, market order and cancellation, on business days between the opening and the close, see
/// <see cref="OrderFlow"/>. Every day begins with a book that has run unseen for eight mean lifetimes of an order around the last middle
/// price.</para>
/// <para>Cost: about a microsecond a row; memory grows with the orders in the book alone.</para>
/// </remarks>
[Process("order-book", typeof(OrderBookOptions))]
public sealed class OrderBookProcess : IProcess
{
    private const double UnseenLifetimes = 8, SecondsOfHour = 3600;
    private const int MessagesBetweenChecks = 4096;

    private readonly OrderBookOptions _options;
    private readonly int _decimals;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public OrderBookProcess(OrderBookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.LimitRate, 1e-6, 1000);
        Require.InRange(options.MarketRate, 0, 1000);
        Require.InRange(options.CancelRate, 1e-6, 1000);
        Require.InRange(options.Levels, 2, 1000);
        Require.InRange(options.Tick, 0.0001, 100);
        Require.InRange(options.Price, Math.Max(0.01, options.Levels * options.Tick), 1e6);
        Require.InRange(options.Lot, 1, 10_000);
        Require.InRange(options.MeanLots, 1, 1000);
        Require.InRange(options.Open, 0, 23);
        Require.InRange(options.Close, options.Open + 1, 24);
        Require.InRange(options.Days, 0, 1e6);
        _options = options;
        while (_decimals < 4 && Math.Abs(options.Tick * Power(_decimals) - Math.Round(options.Tick * Power(_decimals))) > 1e-9) _decimals++;
        Columns =
        [
            new("event", ColumnKind.Text) { Categories = ["limit", "market", "cancel"] },
            new("order", ColumnKind.Integer),
            new("side", ColumnKind.Text) { Categories = ["buy", "sell"] },
            new("price", ColumnKind.Real) { Decimals = _decimals + 2 }, // the mean of a market order's trades may lie between ticks
            new("size", ColumnKind.Integer, "shares"),
            new("traded", ColumnKind.Integer, "shares"),
            new("best_bid", ColumnKind.Real) { Decimals = _decimals },
            new("best_ask", ColumnKind.Real) { Decimals = _decimals },
            new("bid_depth", ColumnKind.Integer, "shares"),
            new("ask_depth", ColumnKind.Integer, "shares"),
        ];

        static double Power(int exponent) => exponent switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => 10_000 };
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; }

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var middle = (int)Math.Round(_options.Price / _options.Tick);
        foreach (var day in TradingDays.Between(Math.Floor(run.Start / 86_400) * 86_400, run.End).Take(_options.Days == 0 ? int.MaxValue : _options.Days))
        {
            var flow = new OrderFlow(_options, middle, run.Random.Split((ulong)(day / 86_400)));
            for (var unseen = UnseenLifetimes / _options.CancelRate; unseen > 0; unseen -= flow.Next()) run.Cancellation.ThrowIfCancellationRequested();
            Trade(flow, day, run, rows);
            middle = flow.Middle;
        }
    }

    private void Trade(OrderFlow flow, double day, ProcessRun run, IProcessRows rows)
    {
        var (time, close) = (day + _options.Open * SecondsOfHour, Math.Min(day + _options.Close * SecondsOfHour, run.End));
        for (var message = 0; ; message++)
        {
            if (message % MessagesBetweenChecks == 0) run.Cancellation.ThrowIfCancellationRequested();
            time += flow.Next();
            if (time >= close) return;
            if (time < run.Start) continue;
            rows.Add(Math.Floor(time * 1000) / 1000, (int)flow.Event, flow.Number == 0 ? double.NaN : flow.Number, (int)flow.Side, flow.Price * _options.Tick, flow.OrderSize, flow.Traded,
                (flow.Book.BestBid ?? double.NaN) * _options.Tick, (flow.Book.BestAsk ?? double.NaN) * _options.Tick,
                flow.Book.SharesAtBest(Side.Buy), flow.Book.SharesAtBest(Side.Sell));
        }
    }
}
