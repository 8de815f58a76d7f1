using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>The ceiling when there are no held-out rows: as many rows of the real table, drawn with replacement.</summary>
/// <remarks>A little below what fresh rows would score, never above. Source: Efron, Ann. Statist. 7(1), 1979, doi:10.1214/aos/1176344552.</remarks>
internal static class BootstrapCeiling
{
    public static DataFrame Of(DataFrame real, ulong seed)
    {
        var available = checked((int)real.Rows.Count);
        return real.Take(Drawn(available, available, new SplitRandom(seed).Split("ceiling: bootstrap")));
    }

    /// <summary>What a later table without drift looks like: rows drawn from a table that was drawn itself.</summary>
    /// <remarks>
    /// Two samples of one source, of n and m rows, differ by the noise of both; one draw from the earlier table has that of m rows alone, the second
    /// adds that of n.
    /// </remarks>
    public static DataFrame WithoutDrift(DataFrame earlier, int rows, ulong seed)
    {
        var random = new SplitRandom(seed).Split("ceiling: no drift");
        var available = checked((int)earlier.Rows.Count);
        var first = Drawn(available, available, random.Split("first"));
        return earlier.Take(Array.ConvertAll(Drawn(rows, available, random.Split("second")), row => first[row]));
    }

    private static int[] Drawn(int count, int available, SplitRandom random)
    {
        var rows = new int[count];
        for (var i = 0; i < rows.Length; i++) rows[i] = random.NextBelow(available);
        return rows;
    }
}
