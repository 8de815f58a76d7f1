using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>The ceiling when there are no held-out rows: as many rows of the real table, drawn with replacement.</summary>
/// <remarks>A little below what fresh rows would score, never above. Source: Efron, Ann. Statist. 7(1), 1979, doi:10.1214/aos/1176344552.</remarks>
internal static class BootstrapCeiling
{
    public static DataFrame Of(DataFrame real, ulong seed)
    {
        var random = new SplitRandom(seed).Split("ceiling: bootstrap");
        var rows = new int[checked((int)real.Rows.Count)];
        for (var i = 0; i < rows.Length; i++) rows[i] = random.NextBelow(rows.Length);
        return real.Take(rows);
    }
}
