using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>What a customer puts into baskets, visit by visit, through channels, promotions, a budget and articles that are sold out.</summary>
/// <remarks>
/// <para>One row for each article of a basket. Articles keep their rates and rules their lifts, see <see cref="BasketRates"/>. The customer is an agent who
/// picks a brand tier for every article by utility with Gumbel noise, a multinomial logit (McFadden, 1974): quality against price, and price
/// weighs more the less of the month's budget is left. Visits are a Poisson process by day, at hours of the channel.</para>
/// <para>Cost: about two microseconds a row, constant memory.</para>
/// </remarks>
[Process("baskets", typeof(BasketOptions))]
public sealed class BasketProcess : IProcess
{
    private const double Day = 86_400, Month = 30 * Day;
    private const double HighestRate = 0.9;

    private static readonly string[] Channels = ["store", "web", "app"];
    private static readonly string[] Tiers = ["value", "standard", "premium"];
    private static readonly double[] TierPrices = [0.75, 1, 1.45], TierQualities = [0, 0.55, 0.9];

    private readonly BasketOptions _options;
    private readonly int _soldOut;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public BasketProcess(BasketOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.VisitsAWeek, 0, 50);
        Require.InRange(options.MonthlyBudget, 1, 100_000);
        Require.InRange(options.Online, 0, 1);
        Require.InRange(options.Habit, 0, 1);
        Require.InRange(options.PromotionFactor, 1, 10);
        Require.InRange(options.PromotionDiscount, 0, 0.9);
        Require.InRange(options.SoldOutFrom, 0, 100_000);
        Require.InRange(options.SoldOutDays, 0, 100_000);
        Require.InRange(options.Substitution, 0, 1);
        _options = options;
        _soldOut = options.SoldOut.Length == 0 ? -1 : ShopItem.Of(options.SoldOut);
        if (options.SoldOut.Length > 0 && _soldOut < 0)
            throw new ArgumentException(UnknownColumn.Message("article", options.SoldOut, ShopItem.All.Select(item => item.Name)), nameof(options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("basket", ColumnKind.Integer),
        new("channel", ColumnKind.Text) { Categories = Channels },
        new("item", ColumnKind.Text) { Categories = [.. ShopItem.All.Select(item => item.Name)] },
        new("department", ColumnKind.Text) { Categories = [.. ShopItem.All.Select(item => item.Department).Distinct()] },
        new("tier", ColumnKind.Text) { Categories = Tiers },
        new("promotion", ColumnKind.Boolean),
        new("substitute", ColumnKind.Boolean),
        new("quantity", ColumnKind.Integer),
        new("price", ColumnKind.Real, "EUR") { Decimals = 2 },
        new("amount", ColumnKind.Real, "EUR") { Decimals = 2 },
    ];

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var visits = run.Random.Split(0);
        var (channel, basket, spent, month) = (visits.NextDouble() < _options.Online ? 1 + visits.NextBelow(2) : 0, 0, 0.0, -1L);
        for (var day = Math.Floor(run.Start / Day) * Day; day < run.End; day += Day)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if ((long)(day / Month) != month) (month, spent) = ((long)(day / Month), 0); // a new month, a new budget
            var hours = Hours((int)Variates.Poisson(_options.VisitsAWeek / 7, visits), visits);
            foreach (var hour in hours)
            {
                var time = Math.Round(day + hour * 3600);
                if (visits.NextDouble() >= _options.Habit) channel = visits.NextDouble() < _options.Online ? 1 + visits.NextBelow(2) : 0;
                if (time < run.Start || time >= run.End) continue;
                spent += Fill(++basket, channel, time, 1 - spent / _options.MonthlyBudget, day - run.Start, run.Random.Split(1).Split((ulong)basket), rows);
            }
        }
    }

    private double Fill(int basket, int channel, double time, double budgetLeft, double sinceStart, SplitRandom random, IProcessRows rows)
    {
        Span<double> rates = stackalloc double[ShopItem.All.Length];
        Span<bool> bought = stackalloc bool[rates.Length];
        Span<bool> replaced = stackalloc bool[rates.Length];
        for (var i = 0; i < rates.Length; i++)
            rates[i] = Math.Min(HighestRate, ShopItem.All[i].Rate * (PromotionCalendar.Promoted(i, time) ? _options.PromotionFactor : 1));
        BasketRates.Draw(rates, bought, random);
        replaced.Clear();
        var isOut = _soldOut >= 0 && sinceStart >= _options.SoldOutFrom * Day && sinceStart < (_options.SoldOutFrom + _options.SoldOutDays) * Day;
        if (isOut && bought[_soldOut])
        {
            bought[_soldOut] = false;
            var other = ShopItem.All[_soldOut].Substitute;
            if (other >= 0 && !bought[other] && random.NextDouble() < _options.Substitution) bought[other] = replaced[other] = true;
        }
        var spent = 0.0;
        for (var i = 0; i < bought.Length; i++)
            if (bought[i]) spent += Buy(i, basket, channel, time, budgetLeft, replaced[i], random, rows);
        return spent;
    }

    private double Buy(int item, int basket, int channel, double time, double budgetLeft, bool substitute, SplitRandom random, IProcessRows rows)
    {
        var promoted = PromotionCalendar.Promoted(item, time);
        var priceWeight = 0.8 + 1.6 * Math.Clamp(1 - budgetLeft, 0, 1.5);
        var (tier, best) = (0, double.NegativeInfinity);
        for (var i = 0; i < Tiers.Length; i++)
        {
            var gumbel = -PortableMath.Log(-PortableMath.Log(random.NextOpenDouble()));
            var utility = 2 * TierQualities[i] - priceWeight * TierPrices[i] + gumbel;
            if (utility > best) (tier, best) = (i, utility);
        }
        var quantity = 1;
        while (quantity < 6 && random.NextDouble() < (promoted ? 0.3 : 0.18)) quantity++;
        var price = Math.Round(ShopItem.All[item].Price * TierPrices[tier] * (promoted ? 1 - _options.PromotionDiscount : 1), 2);
        rows.Add(time, basket, channel, item, DepartmentOf[item], tier, promoted ? 1 : 0, substitute ? 1 : 0, quantity, price, quantity * price);
        return quantity * price;
    }

    // Shops are open from 8 to 20 o'clock; online customers use the same hours most.
    private static double[] Hours(int visits, SplitRandom random)
    {
        if (visits == 0) return [];
        var hours = new double[visits];
        for (var i = 0; i < visits; i++) hours[i] = 8 + 12 * Math.Max(random.NextDouble(), random.NextDouble());
        Array.Sort(hours);
        return hours;
    }

    private static readonly int[] DepartmentOf =
        [.. ShopItem.All.Select(item => ShopItem.All.Select(other => other.Department).Distinct().ToList().IndexOf(item.Department))];
}
