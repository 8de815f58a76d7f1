using SynthNotebooks.Generators.Industry.Retail.Baskets;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Retail.Baskets;

public class SoldOutTests
{
    private const int From = 500, Days = 2000;
    private const double Substitution = 0.6;

    private static readonly BasketOptions Calm = new(VisitsAWeek: 50);

    [Theory, InlineData("milk", "oat_drink"), InlineData("pasta", "rice"), InlineData("beer", null)]
    public void A_sold_out_article_vanishes_is_substituted_and_changes_nothing_else(string article, string? substitute)
    {
        var (calm, stressed) = (Shopping.Of(Calm, years: 10), Shopping.Of(Calm with { SoldOut = article, SoldOutFrom = From, SoldOutDays = Days, Substitution = Substitution }, years: 10));
        var (item, other) = (ShopItem.Of(article), substitute is null ? -1 : ShopItem.Of(substitute));
        var begin = ProcessTable.Seconds("2001-01-01");
        var (asked, substituted) = (0, 0);
        Assert.Equal(calm.Visits, stressed.Visits);
        for (var visit = 0; visit < calm.Visits.Length; visit++)
        {
            var (before, after) = (calm.Holds[visit], stressed.Holds[visit]);
            var isOut = Math.Floor((calm.Visits[visit].Time - begin) / 86_400) is >= From and < From + Days;
            for (var i = 0; i < before.Length; i++)
            {
                if (isOut && i == item) Assert.False(after[i]);
                else if (!isOut || i != other || !before[item]) Assert.Equal(before[i], after[i]);
            }
            if (!isOut || !before[item] || other < 0 || before[other]) continue;
            asked++;
            if (after[other]) substituted++;
        }
        var (flags, items) = (stressed.Rows["substitute"], stressed.Rows["item"]);
        Assert.Equal(substituted, flags.Count(flag => flag == 1));
        Assert.All(Enumerable.Range(0, flags.Length).Where(row => flags[row] == 1), row => Assert.Equal(other, items[row]));
        Assert.DoesNotContain(1, calm.Rows["substitute"]);
        if (substitute is null) return;
        Assert.True(asked > 1000);
        NormalTolerance.AssertNear(Substitution, substituted / (double)asked, Math.Sqrt(Substitution * (1 - Substitution) / asked), "substituted");
    }
}
