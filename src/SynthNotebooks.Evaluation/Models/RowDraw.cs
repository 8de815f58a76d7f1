using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Models;

/// <summary>Rows drawn without replacement.</summary>
internal static class RowDraw
{
    /// <summary>Ascending numbers of rows; all of them when there are no more than asked for.</summary>
    public static int[] Of(int available, int most, SplitRandom random)
    {
        var rows = new int[available];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        if (available <= most) return rows;
        for (var i = 0; i < most; i++)
        {
            var other = i + random.NextBelow(available - i);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }
        Array.Resize(ref rows, most);
        Array.Sort(rows);
        return rows;
    }
}
