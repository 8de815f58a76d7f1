namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>Which articles are on promotion: three every week, in turn, the same for all customers.</summary>
internal static class PromotionCalendar
{
    private const double Day = 86_400;
    private const int EachWeek = 3, Step = 7;

    /// <param name="item">Position of the article.</param>
    /// <param name="seconds">Time since 1970-01-01.</param>
    public static bool Promoted(int item, double seconds)
    {
        var week = (long)Math.Floor((Math.Floor(seconds / Day) + 3) / 7); // weeks begin on Mondays
        // A step that has no factor in common with the number of articles visits all of them before it comes back.
        var count = ShopItem.All.Length;
        for (var i = 0; i < EachWeek; i++)
            if (((week * EachWeek + i) * Step % count + count) % count == item) return true;
        return false;
    }
}
