using System.Collections.Concurrent;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>The card payments of one account, with season, journeys and labelled fraud.</summary>
/// <remarks>
/// <para>Everyday payments follow a Poisson law whose mean moves with weekday, month, paydays and closing days; category and hour follow the
/// lifestyle, sums are lognormal and scaled to the income. Salaries keep the account alive; a payment is refused when there is no money.</para>
/// <para>Fraud comes in three ways with labels: card testing, account takeover, and the bust-out of a made-up person. Cost: some 0.2
/// microseconds a row on one core.</para>
/// </remarks>
[Process("card-spending", typeof(CardSpendingOptions))]
public sealed class CardSpendingProcess : IProcess
{
    private static readonly ConcurrentDictionary<int, IReadOnlyList<ProcessColumn>> Known = new(); // by number of merchants: a process is made for each account

    private readonly CardSpendingOptions _options;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public CardSpendingProcess(CardSpendingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Enum.IsDefined(options.Lifestyle)) throw new ArgumentOutOfRangeException(nameof(options), options.Lifestyle, "lifestyle must be one of those there are.");
        Require.InRange(options.Income, 1000, 1e7);
        Require.InRange(options.PerDay, 0.01, 50);
        Require.InRange(options.Balance, 0, 1e8);
        Require.InRange(options.Credit, 0, 1e8);
        Require.InRange(options.Trips, 0, 50);
        Require.InRange(options.Sprees, 0, 0.5);
        Require.InRange(options.CardTesting, 0, 50);
        Require.InRange(options.Takeover, 0, 50);
        Require.InRange(options.Merchants, MerchantCategory.All.Length, 9999);
        if (!Enum.IsDefined(options.Identity)) throw new ArgumentOutOfRangeException(nameof(options), options.Identity, "identity must be genuine or synthetic.");
        _options = options;
        Columns = Known.GetOrAdd(options.Merchants, ColumnsOf);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; }

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        new CardAccount(_options, run, rows).Live();
    }

    private static ProcessColumn[] ColumnsOf(int merchants) =>
    [
        new("merchant", ColumnKind.Text) { Categories = Merchants.Of(merchants).Names },
        new("category", ColumnKind.Text) { Categories = [.. MerchantCategory.All.Select(category => category.Name)] },
        new("amount", ColumnKind.Real) { Decimals = 2 },
        new("channel", ColumnKind.Text) { Categories = ["chip", "contactless", "online", "atm"] },
        new("country", ColumnKind.Text) { Categories = Stranger.Countries },
        new("distance", ColumnKind.Real, "km") { Decimals = 1 },
        new("device", ColumnKind.Integer),
        new("approved", ColumnKind.Boolean),
        new("balance", ColumnKind.Real) { Decimals = 2 },
        new("fraud", ColumnKind.Boolean),
        new("fraud_type", ColumnKind.Text) { Categories = ["none", "card_testing", "account_takeover", "synthetic_identity"] },
    ];
}
