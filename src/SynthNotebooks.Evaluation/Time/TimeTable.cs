using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>The numeric columns of a table as series: in the order of time, rows of one time averaged, gaps filled along a straight line.</summary>
/// <param name="Names">The columns.</param>
/// <param name="Series">One a column, all of the same length; empty for a column without a number.</param>
/// <param name="Length">Points in time.</param>
internal sealed record TimeTable(string[] Names, double[][] Series, int Length)
{
    /// <summary>Fewest points in time that are compared.</summary>
    public const int Least = 20;

    public static TimeTable OfReal(TableSet tables) => tables.Shared.Once(typeof(TimeTable), () => Read(tables, tables.Real));

    public static TimeTable OfOther(TableComparison comparison) => comparison.Own.Once(typeof(TimeTable), () => Read(comparison.Tables, comparison.Other));

    /// <summary>The mean over series of a score.</summary>
    /// <param name="comparison">The tables.</param>
    /// <param name="score">Of the real and the other series, both at least <see cref="Least"/> long and not constant.</param>
    /// <param name="worst">Given where the other series alone is empty or constant.</param>
    public static MetricValue MeanOf(TableComparison comparison, Func<double[], double[], double> score, double worst)
    {
        if (Unfit(comparison) is { } reason) return new(null, Rows: comparison.Rows, Undefined: reason);
        TimeTable real = OfReal(comparison.Tables), other = OfOther(comparison);
        var scores = new double?[real.Series.Length];
        Parallel.For(0, scores.Length, TableSet.Parallelism(comparison.Options), i =>
            scores[i] = !Varies(real.Series[i]) ? null : Varies(other.Series[i]) ? score(real.Series[i], other.Series[i]) : worst);
        double[] used = [.. scores.OfType<double>()];
        return used.Length > 0 ? new(used.Average(), Rows: comparison.Rows) : new(null, Rows: comparison.Rows, Undefined: "every real series is empty or constant");
    }

    /// <summary>Why the tables have no series to compare; null when they have.</summary>
    public static string? Unfit(TableComparison comparison)
    {
        if (TimeAxis.Of(comparison.Tables).Undefined is { } reason) return reason;
        TimeTable real = OfReal(comparison.Tables), other = OfOther(comparison);
        if (real.Series.Length == 0) return "no column beside the time column is a number or a date";
        var least = Math.Min(real.Length, other.Length);
        return least < Least ? $"a table has {least} points in time; {Least} are needed" : null;
    }

    /// <summary>Whether a series has two different values.</summary>
    public static bool Varies(double[] series) => series.Length > 0 && series.AsSpan().ContainsAnyExcept(series[0]);

    private static TimeTable Read(TableSet tables, Func<int, ColumnView> view)
    {
        var axis = TimeAxis.Of(tables).Column;
        var times = view(axis).Numbers;
        var order = new int[times.Length];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        order = [.. order.Where(row => !double.IsNaN(times[row])).OrderBy(row => times[row])]; // stable
        int[] columns = [.. Enumerable.Range(0, tables.Columns).Where(i => i != axis && tables.Real(i).IsNumeric)];
        var starts = new List<int>(); // first row of each point in time
        for (var at = 0; at < order.Length; at++)
            if (at == 0 || times[order[at]] != times[order[at - 1]]) starts.Add(at);
        return new(
            [.. columns.Select(i => tables.Real(i).Reading.Name)], [.. columns.Select(i => Filled(Averages(view(i).Numbers, order, starts)))], starts.Count);
    }

    private static double[] Averages(double[] numbers, int[] order, List<int> starts)
    {
        var averages = new double[starts.Count];
        for (var point = 0; point < averages.Length; point++)
        {
            var end = point + 1 < starts.Count ? starts[point + 1] : order.Length;
            var sum = 0.0;
            var count = 0;
            for (var at = starts[point]; at < end; at++)
                if (!double.IsNaN(numbers[order[at]])) (sum, count) = (sum + numbers[order[at]], count + 1);
            averages[point] = count > 0 ? sum / count : double.NaN;
        }
        return averages;
    }

    // Gaps along a line between their neighbours; those at the ends repeat the nearest value.
    private static double[] Filled(double[] series)
    {
        var last = -1;
        for (var at = 0; at < series.Length; at++)
        {
            if (double.IsNaN(series[at])) continue;
            for (var gap = last + 1; gap < at; gap++)
                series[gap] = last < 0 ? series[at] : series[last] + (series[at] - series[last]) * (gap - last) / (at - last);
            last = at;
        }
        if (last < 0) return [];
        for (var gap = last + 1; gap < series.Length; gap++) series[gap] = series[last];
        return series;
    }
}
