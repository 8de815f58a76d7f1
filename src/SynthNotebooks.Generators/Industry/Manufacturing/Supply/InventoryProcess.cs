using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Supply;

/// <summary>The days of one article at one place: demand, sales, stock, orders, deliveries, disruptions of the supplier.</summary>
/// <remarks>
/// A day: deliveries come, demand is met from stock, then orders are placed. Stock starts at the order-up-to level (at the reorder point plus
/// one order under <c>reorder-point</c>). What a supplier delivers short is not sent later. Source of the policies: Silver, Pyke, Thomas, Inventory
/// and Production Management in Supply Chains, 4th edition, 2017, chapter 6. Cost: about a microsecond a row.
/// </remarks>
[Process("inventory", typeof(InventoryOptions))]
public sealed class InventoryProcess : IProcess
{
    private const double Day = 86_400;

    private readonly InventoryOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public InventoryProcess(InventoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Demand, 0, 1e6);
        Require.InRange(options.Dispersion, 1, 1000);
        Require.InRange(options.WeekendFactor, 0, 10);
        Require.InRange(options.ReorderPoint, 0, 1e9);
        Require.InRange(options.OrderQuantity, 1, 1e9);
        Require.InRange(options.OrderUpTo, options.Policy == InventoryPolicy.MinMax ? options.ReorderPoint : 0, 1e9);
        Require.InRange(options.LeadDays, 0, 365);
        Require.InRange(options.LeadSpread, 0, 3);
        Require.InRange(options.Reliability, 0, 1);
        Require.InRange(options.DisruptionRate, 0, 1);
        Require.InRange(options.DisruptionDays, 1, 365);
        _options = options;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("demand", ColumnKind.Integer, "units"),
        new("sales", ColumnKind.Integer, "units"),
        new("lost", ColumnKind.Integer, "units"),
        new("backorders", ColumnKind.Integer, "units"),
        new("received", ColumnKind.Integer, "units"),
        new("on_hand", ColumnKind.Integer, "units"),
        new("on_order", ColumnKind.Integer, "units"),
        new("ordered", ColumnKind.Integer, "units"),
        new("disrupted", ColumnKind.Boolean),
    ];

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var (customers, supplier) = (run.Random.Split(0), run.Random.Split(1));
        var orders = new List<OpenOrder>();
        var onHand = Math.Floor(_options.Policy == InventoryPolicy.ReorderPoint ? _options.ReorderPoint + _options.OrderQuantity : _options.OrderUpTo);
        var (onOrder, waiting, disrupted) = (0.0, 0.0, false);
        var day = 0;
        for (var time = Math.Ceiling(run.Start / Day) * Day; time < run.End; time += Day, day++)
        {
            if (day % 1024 == 0) run.Cancellation.ThrowIfCancellationRequested();
            disrupted = supplier.NextDouble() < (disrupted ? 1 - 1 / _options.DisruptionDays : _options.DisruptionRate);
            var (received, settled) = disrupted ? (0, 0) : Receive(orders);
            (onHand, onOrder) = (onHand + received, onOrder - settled);
            var served = Math.Min(onHand, waiting); // those who wait come first
            var demand = Demand(time, customers);
            var sold = Math.Min(onHand - served, demand);
            onHand -= served + sold;
            waiting = _options.Backorders ? waiting - served + demand - sold : 0;
            var ordered = Order(onHand + onOrder - waiting);
            if (ordered > 0) orders.Add(Place(ordered, supplier));
            onOrder += ordered;
            rows.Add(time, demand, served + sold, _options.Backorders ? 0 : demand - sold, waiting, received, onHand, onOrder, ordered, disrupted ? 1 : 0);
        }
    }

    // What comes today, and what was ordered for it.
    private static (double Received, double Settled) Receive(List<OpenOrder> orders)
    {
        var (received, settled) = (0.0, 0.0);
        for (var i = orders.Count - 1; i >= 0; i--)
        {
            orders[i] = orders[i] with { DaysLeft = orders[i].DaysLeft - 1 };
            if (orders[i].DaysLeft > 0) continue;
            (received, settled) = (received + orders[i].Delivered, settled + orders[i].Ordered);
            orders.RemoveAt(i);
        }
        return (received, settled);
    }

    private double Demand(double time, SplitRandom random)
    {
        var weekday = ((long)(time / Day) + 3) % 7; // 0 is Monday
        var mean = _options.Demand * (weekday >= 5 ? _options.WeekendFactor : 1);
        if (mean == 0) return 0;
        // A gamma mixture of Poisson numbers of shape m/(d − 1) is negative binomial with variance d m.
        if (_options.Dispersion > 1) mean = Variates.Gamma(mean / (_options.Dispersion - 1), random) * (_options.Dispersion - 1);
        return Variates.Poisson(mean, random);
    }

    private double Order(double position) => Math.Ceiling(Math.Max(0, _options.Policy switch
    {
        InventoryPolicy.BaseStock => _options.OrderUpTo - position,
        InventoryPolicy.MinMax => position <= _options.ReorderPoint ? _options.OrderUpTo - position : 0,
        _ => position <= _options.ReorderPoint ? _options.OrderQuantity * (Math.Floor((_options.ReorderPoint - position) / _options.OrderQuantity) + 1) : 0,
    }));

    private OpenOrder Place(double units, SplitRandom random)
    {
        var days = _options.LeadDays;
        if (_options.LeadSpread > 0 && days > 0)
        {
            var shape = 1 / (_options.LeadSpread * _options.LeadSpread);
            days *= Variates.Gamma(shape, random) / shape;
        }
        var delivered = random.NextDouble() < _options.Reliability ? units : Math.Round(units * random.NextDouble());
        return new(units, delivered, Math.Max(1, Math.Round(days)));
    }
}
