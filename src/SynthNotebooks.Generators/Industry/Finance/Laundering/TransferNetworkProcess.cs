using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>Transfers among the accounts of a community: everyday money, and labelled money laundering through networks of mules.</summary>
/// <remarks>
/// Accounts are numbered from 1, businesses first; 0 is cash and the world outside. A scheme that the period's end cuts off shows the transfers
/// before it. Cost: some 0.3 microseconds a row on one core; the transfers of a community are held in memory, about 60 bytes each.
/// </remarks>
[Process("transfer-network", typeof(TransferNetworkOptions))]
public sealed class TransferNetworkProcess : IProcess
{
    private const double Year = 365.25 * 86_400;

    private static readonly IReadOnlyList<ProcessColumn> AllColumns =
    [
        new("from", ColumnKind.Integer),
        new("to", ColumnKind.Integer),
        new("amount", ColumnKind.Real) { Decimals = 2 },
        new("kind", ColumnKind.Text) { Categories = ["transfer", "salary", "rent", "invoice", "cash_deposit", "cash_withdrawal", "wire_abroad"] },
        new("laundering", ColumnKind.Boolean),
        new("stage", ColumnKind.Text) { Categories = ["none", "placement", "layering", "integration"] },
        new("scheme", ColumnKind.Integer),
        new("hop", ColumnKind.Integer),
    ];

    private readonly TransferNetworkOptions _options;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public TransferNetworkProcess(TransferNetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Accounts, 20, 100_000);
        Require.InRange(options.BusinessShare, 0.02, 0.5);
        Require.InRange(options.PerDay, 0, 20);
        Require.InRange(options.Friends, 1, 15);
        Require.InRange(options.Schemes, 0, 1000);
        Require.InRange(options.Dirty, 1000, 1e8);
        Require.InRange(options.Threshold, 100, 1e6);
        Require.InRange(options.FewestHops, 1, 10);
        Require.InRange(options.MostHops, options.FewestHops, 10);
        Require.InRange(options.GapHours, 0.1, 1000);
        _options = options;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns => AllColumns;

    /// <summary>Number of accounts that are businesses; they have the first numbers.</summary>
    public int Businesses => Math.Max(1, (int)Math.Round(_options.BusinessShare * _options.Accounts));

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var transfers = new List<Transfer>();
        new EverydayTransfers(_options, Businesses, run, transfers).Plan();
        var random = run.Random.Split("schemes");
        var schemes = Math.Min(1000, Poisson(_options.Schemes * (run.End - run.Start) / Year, random));
        for (var number = 1; number <= schemes; number++)
            new LaunderingScheme(_options, Businesses, number, random.Split((ulong)number), transfers).Plan(run.Start + (run.End - run.Start) * random.NextDouble());
        var order = Enumerable.Range(0, transfers.Count).ToArray();
        Array.Sort(Array.ConvertAll(order, i => (transfers[i].Time, i)), order);
        foreach (var i in order)
        {
            var transfer = transfers[i];
            if (transfer.Time < run.Start || transfer.Time >= run.End) continue;
            rows.Add(Math.Floor(transfer.Time), transfer.From, transfer.To, transfer.Amount, (int)transfer.Kind, transfer.Stage == Stage.None ? 0 : 1, (int)transfer.Stage,
                transfer.Scheme == 0 ? double.NaN : transfer.Scheme, transfer.Scheme == 0 ? double.NaN : transfer.Hop);
        }
    }

    // Means beyond what inversion bears are added up from parts.
    private static int Poisson(double mean, SplitRandom random)
    {
        var sum = 0;
        for (; mean > 50; mean -= 50) sum += PoissonCount.Draw(50, random);
        return sum + PoissonCount.Draw(mean, random);
    }
}
