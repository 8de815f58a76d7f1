using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Runs of a determining number within which the dependent value stays the same.</summary>
internal static class LookupRuns
{
    /// <summary>Where each run but the last ends (half way to the next one), and a row that holds its value. Runs of fewer rows than the minimum join their neighbours.</summary>
    public static (double[] Ends, int[] Rows) Of(double[] numbers, Column dependent, int[] rows, int minimumCount)
    {
        var values = RowGroups.Of([dependent]).Groups;
        var sorted = (int[])rows.Clone();
        Array.Sort([.. sorted.Select(row => (numbers[row], row))], sorted);
        var runs = new List<(double First, double Last, int Row, int Count)>();
        foreach (var row in sorted)
        {
            if (runs.Count > 0 && values[runs[^1].Row] == values[row]) runs[^1] = runs[^1] with { Last = numbers[row], Count = runs[^1].Count + 1 };
            else runs.Add((numbers[row], numbers[row], row, 1));
        }
        runs.RemoveAll(run => run.Count < minimumCount);
        var ends = new double[Math.Max(0, runs.Count - 1)];
        for (var i = 0; i < ends.Length; i++) ends[i] = Between(runs[i].Last, runs[i + 1].First);
        return (ends, [.. runs.Select(run => run.Row)]);
    }

    // Numbers below an end belong to its run, so it lies above the run's last number.
    private static double Between(double last, double first) => last + (first - last) / 2 is var middle && middle > last ? middle : first;
}
