using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>The floor of scores that see dependence: every column of the real table in its own random order.</summary>
/// <remarks>Keeps each column exactly and destroys what columns say about each other. O(cells).</remarks>
internal static class IndependentColumns
{
    public static DataFrame Of(DataFrame real, EvaluationOptions options)
    {
        var random = new SplitRandom(options.Seed).Split("floor: independent columns");
        var columns = new Column[real.Columns.Count];
        Parallel.For(0, columns.Length, Reading.TableSet.Parallelism(options), i =>
        {
            var order = new int[real.Columns[i].Length];
            for (var row = 0; row < order.Length; row++) order[row] = row;
            random.Split(real.Columns[i].Name).Shuffle<int>(order);
            columns[i] = real.Columns[i].Take(order);
        });
        return new(columns);
    }
}
