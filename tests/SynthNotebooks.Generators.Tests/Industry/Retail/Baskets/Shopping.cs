using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Retail.Baskets;
using SynthNotebooks.Generators.Industry.Retail.Visits;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Retail.Baskets;

/// <summary>One shopper's baskets over many years, with those that stayed empty.</summary>
internal sealed class Shopping
{
    private Shopping(ProcessTable rows, ShopVisit[] visits)
    {
        (Rows, Visits) = (rows, visits);
        Holds = [.. visits.Select(_ => new bool[ShopItem.All.Length])];
        var (baskets, items) = (rows["basket"], rows["item"]);
        for (var row = 0; row < rows.Count; row++) Holds[(int)baskets[row] - 1][(int)items[row]] = true;
    }

    public ProcessTable Rows { get; }

    public ShopVisit[] Visits { get; }

    /// <summary>By visit and article.</summary>
    public bool[][] Holds { get; }

    public static Shopping Of(BasketOptions options, int years = 20, ulong seed = 1)
    {
        var to = $"{2001 + years}-01-01";
        var rows = ProcessTable.Of(new BasketProcess(options), "2001-01-01", to, seed);
        var visits = new ShopVisits(options.VisitsAWeek, options.Online, options.Habit, options.Shopper);
        return new(rows, [.. visits.During(new(new SplitRandom(seed), ProcessTable.Seconds("2001-01-01"), ProcessTable.Seconds(to)))]);
    }

    /// <summary>Rate of an article at a visit, from the promotion calendar.</summary>
    public static double Rate(int item, ShopVisit visit, double factor) =>
        Math.Min(0.9, ShopItem.All[item].Rate * (PromotionCalendar.Promoted(item, visit.Time) ? factor : 1));
}
