using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Retail.Visits;

namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>What a customer puts into baskets, visit by visit, under promotions, a budget and articles that are sold out.</summary>
/// <remarks>
/// <para>One row for each article of a basket. Articles keep their rates and rules their lifts, see <see cref="BasketRates"/>. The customer is an agent who
/// picks a brand tier for every article, cheaper ones the more of the month's budget is spent, see <see cref="BrandTier"/>.</para>
/// <para>What is put into a basket depends on the shopper's stream and the number of the basket alone. So a run with an article sold out shows the same
/// shoppers as one without, but for that article, its substitute and the tiers that follow from what was spent.</para>
/// <para>Cost: about a microsecond a row, written as CSV; constant memory.</para>
/// </remarks>
[Process("baskets", typeof(BasketOptions))]
public sealed class BasketProcess : IProcess
{
    internal const double HighestRate = 0.9, MorePieces = 0.18, MorePiecesPromoted = 0.3;
    internal const int MostPieces = 6;

    private const double Day = 86_400;

    private static readonly string[] Departments = [.. ShopItem.All.Select(item => item.Department).Distinct()];
    private static readonly int[] DepartmentOf = [.. ShopItem.All.Select(item => Array.IndexOf(Departments, item.Department))];

    private static readonly ProcessColumn[] AllColumns =
    [
        new("basket", ColumnKind.Integer),
        new("channel", ColumnKind.Text) { Categories = ShopVisits.Channels },
        new("item", ColumnKind.Text) { Categories = [.. ShopItem.All.Select(item => item.Name)] },
        new("department", ColumnKind.Text) { Categories = Departments },
        new("tier", ColumnKind.Text) { Categories = [.. BrandTier.All.Select(tier => tier.Name)] },
        new("promotion", ColumnKind.Boolean),
        new("substitute", ColumnKind.Boolean),
        new("quantity", ColumnKind.Integer),
        new("price", ColumnKind.Real, "EUR") { Decimals = 2 },
        new("amount", ColumnKind.Real, "EUR") { Decimals = 2 },
    ];

    private readonly BasketOptions _options;
    private readonly ShopVisits _visits;
    private readonly int _soldOut;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public BasketProcess(BasketOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.MonthlyBudget, 1, 100_000);
        Require.InRange(options.PromotionFactor, 1, 10);
        Require.InRange(options.PromotionDiscount, 0, 0.9);
        Require.InRange(options.SoldOutFrom, 0, 100_000);
        Require.InRange(options.SoldOutDays, 0, 100_000);
        Require.InRange(options.Substitution, 0, 1);
        _visits = new ShopVisits(options.VisitsAWeek, options.Online, options.Habit, options.Shopper);
        _options = options;
        _soldOut = ShopItem.Of(options.SoldOut);
        if (options.SoldOut.Length > 0 && _soldOut < 0)
            throw new ArgumentException(UnknownColumn.Message("article", options.SoldOut, ShopItem.All.Select(item => item.Name)), nameof(options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns => AllColumns;

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var contents = _visits.Shopper(run).Split(1);
        var (basket, article) = (contents.Split(0), contents.Split(0)); // used again for every basket and article
        Span<bool> bought = stackalloc bool[ShopItem.All.Length];
        var (spent, month) = (0.0, (0, 0));
        foreach (var visit in _visits.During(run))
        {
            var date = DateTime.UnixEpoch.AddSeconds(visit.Time);
            if ((date.Year, date.Month) != month) (month, spent) = ((date.Year, date.Month), 0); // a new month, a new budget
            basket.Become(contents, (ulong)visit.Number);
            var substitute = Fill(visit.Time, visit.Time - run.Start, bought, basket);
            var spentShare = spent / _options.MonthlyBudget;
            for (var item = 0; item < bought.Length; item++)
            {
                if (!bought[item]) continue;
                article.Become(basket, (ulong)item);
                spent += Buy(item, visit, spentShare, item == substitute, article, rows);
            }
        }
    }

    // Returns the article that stands in for another, −1 for none.
    private int Fill(double time, double sinceStart, Span<bool> bought, SplitRandom random)
    {
        Span<double> rates = stackalloc double[bought.Length];
        for (var i = 0; i < rates.Length; i++)
            rates[i] = Math.Min(HighestRate, ShopItem.All[i].Rate * (PromotionCalendar.Promoted(i, time) ? _options.PromotionFactor : 1));
        BasketRates.Draw(rates, bought, random);
        var isOut = _soldOut >= 0 && sinceStart >= _options.SoldOutFrom * Day && sinceStart < (_options.SoldOutFrom + _options.SoldOutDays) * Day;
        if (!isOut || !bought[_soldOut]) return -1;
        bought[_soldOut] = false;
        var other = ShopItem.All[_soldOut].Substitute;
        if (other < 0 || bought[other] || random.NextDouble() >= _options.Substitution) return -1;
        bought[other] = true;
        return other;
    }

    private double Buy(int item, ShopVisit visit, double spentShare, bool substitute, SplitRandom random, IProcessRows rows)
    {
        var promoted = PromotionCalendar.Promoted(item, visit.Time);
        var tier = BrandTier.Choose(spentShare, random);
        var quantity = 1;
        while (quantity < MostPieces && random.NextDouble() < (promoted ? MorePiecesPromoted : MorePieces)) quantity++;
        var price = Math.Round(ShopItem.All[item].Price * BrandTier.All[tier].Price * (promoted ? 1 - _options.PromotionDiscount : 1), 2);
        var amount = Math.Round(quantity * price, 2);
        rows.Add(visit.Time, visit.Number, visit.Channel, item, DepartmentOf[item], tier, promoted ? 1 : 0, substitute ? 1 : 0, quantity, price, amount);
        return amount;
    }
}
