using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation;

/// <summary>Draws row numbers without replacement, in ascending order.</summary>
internal static class RowDraw
{
    /// <param name="available">Rows there are.</param>
    /// <param name="most">Most rows drawn; all when there are no more.</param>
    /// <param name="random">Where the draws come from.</param>
    public static int[] Of(long available, int most, SplitRandom random)
    {
        var rows = new int[available];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        if (rows.Length <= most) return rows;
        for (var i = 0; i < most; i++)
        {
            var other = i + random.NextBelow(rows.Length - i);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }
        Array.Resize(ref rows, most);
        Array.Sort(rows);
        return rows;
    }
}
