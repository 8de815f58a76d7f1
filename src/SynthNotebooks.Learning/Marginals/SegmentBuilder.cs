namespace SynthNotebooks.Learning;

/// <summary>Cuts sorted positions into spikes, runs and tails.</summary>
internal static class SegmentBuilder
{
    private const int MostRuns = 1024;

    public static List<NumericSegment> Build(ReadOnlySpan<double> sorted, bool onGrid, MarginalOptions options)
    {
        var segments = new List<NumericSegment>();
        var n = sorted.Length;
        if (n == 0) return segments;
        var extremes = options.ExtremeRecords;
        if (n <= 2 * extremes + 1 && extremes > 0)
        {
            segments.Add(new(sorted[0], sorted[^1], n)); // all records are extreme
            return segments;
        }
        double low = sorted[extremes], high = sorted[n - 1 - extremes];
        var first = Below(sorted, low);
        var last = n - Above(sorted, high); // [first, last) is the body

        if (first > 0)
        {
            var reach = Reach(sorted[..first], low);
            var start = Math.Max(sorted[0], onGrid ? Math.Floor(low - reach) : low - reach);
            segments.Add(new(Math.Min(start, onGrid ? low - 1 : low), onGrid ? low - 1 : low, first));
        }
        Body(sorted[first..last], Math.Max(options.MinimumCount, (n + MostRuns - 1) / MostRuns), segments);
        if (last < n)
        {
            var reach = Reach(sorted[last..], high);
            var end = Math.Min(sorted[^1], onGrid ? Math.Ceiling(high + reach) : high + reach);
            segments.Add(new(onGrid ? high + 1 : high, Math.Max(end, onGrid ? high + 1 : high), n - last));
        }
        return segments;
    }

    // Twice the mean distance of the extreme records: a uniform tail of that length has their mean.
    private static double Reach(ReadOnlySpan<double> extremes, double from)
    {
        var sum = 0.0;
        foreach (var value in extremes) sum += Math.Abs(value - from) / extremes.Length;
        return 2 * sum;
    }

    private static void Body(ReadOnlySpan<double> sorted, int runRecords, List<NumericSegment> segments)
    {
        int runStart = 0, at = 0;
        while (at < sorted.Length)
        {
            var next = at + 1;
            while (next < sorted.Length && sorted[next] == sorted[at]) next++;
            if (next - at >= runRecords)
            {
                Close(sorted, runStart, at, segments);
                segments.Add(new(sorted[at], sorted[at], next - at));
                runStart = next;
            }
            else if (next - runStart >= runRecords)
            {
                Close(sorted, runStart, next, segments);
                runStart = next;
            }
            at = next;
        }
        Close(sorted, runStart, sorted.Length, segments);
    }

    private static void Close(ReadOnlySpan<double> sorted, int start, int end, List<NumericSegment> segments)
    {
        if (end > start) segments.Add(new(sorted[start], sorted[end - 1], end - start));
    }

    private static int Below(ReadOnlySpan<double> sorted, double value)
    {
        var count = 0;
        while (sorted[count] < value) count++;
        return count;
    }

    private static int Above(ReadOnlySpan<double> sorted, double value)
    {
        var count = 0;
        while (sorted[sorted.Length - 1 - count] > value) count++;
        return count;
    }
}
