using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>The floor of scores that see dependence: every column of the real table drawn on its own, with replacement.</summary>
/// <remarks>
/// Keeps each column's distribution and destroys what columns say about each other. Drawn rather than permuted, and in as many rows as the
/// ceiling has: a permutation repeats each column of the real table exactly, so that on small tables it would beat fresh real rows. O(cells).
/// </remarks>
internal static class IndependentColumns
{
    public static DataFrame Of(DataFrame real, int rows, EvaluationOptions options)
    {
        var random = new SplitRandom(options.Seed).Split("floor: independent columns");
        var available = checked((int)real.Rows.Count);
        var columns = new Column[real.Columns.Count];
        Parallel.For(0, columns.Length, Reading.TableSet.Parallelism(options), i =>
        {
            var own = random.Split(real.Columns[i].Name);
            var drawn = new int[rows];
            for (var row = 0; row < rows; row++) drawn[row] = own.NextBelow(available);
            columns[i] = real.Columns[i].Take(drawn);
        });
        return new(columns);
    }
}
