using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Mean distances and kernels within and between samples of the real and the compared table.</summary>
/// <param name="Real">Over pairs of different real rows.</param>
/// <param name="Other">Over pairs of different rows of the compared table.</param>
/// <param name="Between">Over pairs of a real and a compared row.</param>
/// <param name="Rows">Rows of the compared table that were used.</param>
internal sealed record KernelStatistics(PairwiseMeans Real, PairwiseMeans Other, PairwiseMeans Between, int Rows)
{
    private const int MostForMedian = 500;

    /// <summary>A score of the statistics; undefined with the reason when a table is too small.</summary>
    public static MetricValue Score(TableComparison comparison, Func<KernelStatistics, double> score)
    {
        var tables = comparison.Tables;
        if (tables.Columns == 0) return new(null, Undefined: "no column takes part");
        if (tables.Real(0).Rows < 2 || comparison.Rows < 2) return new(null, Rows: comparison.Rows, Undefined: "a table has one row; two are needed to compare rows with each other");
        var bandwidth = tables.Shared.Once((typeof(KernelStatistics), "bandwidth"), () => Bandwidth(PointSample.Standardised(tables, -1)));
        if (bandwidth == 0) return new(null, Rows: comparison.Rows, Undefined: "all rows of the real table are equal, so that there is no scale to compare by");
        var statistics = comparison.Own.Once(typeof(KernelStatistics), () => Measure(tables, comparison.Table, bandwidth));
        return new(score(statistics), Rows: statistics.Rows);
    }

    private static KernelStatistics Measure(TableSet tables, int table, double bandwidth)
    {
        MixedPoints real = PointSample.Standardised(tables, -1), other = PointSample.Standardised(tables, table);
        var (threads, cancellation) = (tables.Options.Threads, tables.Options.Cancellation);
        var within = tables.Shared.Once((typeof(KernelStatistics), "real"), () => WithoutSelf(PairwiseMeans.Between(real, real, bandwidth, threads, cancellation), real.Rows));
        return new(
            within, WithoutSelf(PairwiseMeans.Between(other, other, bandwidth, threads, cancellation), other.Rows),
            PairwiseMeans.Between(real, other, bandwidth, threads, cancellation), other.Rows);
    }

    // A row against itself has distance 0 and kernel 1, which would make small samples look far from each other.
    private static PairwiseMeans WithoutSelf(PairwiseMeans all, int rows) =>
        new(all.Distance * rows / (rows - 1), (all.Kernel * rows - 1) / (rows - 1));

    /// <summary>The median distance of real rows, or their mean where most are equal; 0 when all are.</summary>
    /// <remarks>Source: Gretton et al., J. Mach. Learn. Res. 13, 2012, section 8.</remarks>
    internal static double Bandwidth(MixedPoints points)
    {
        var rows = Math.Min(points.Rows, MostForMedian); // the sample is in the order of the table, so every so many rows are taken
        var distances = new double[rows * (rows - 1) / 2];
        float[] a = new float[points.Columns], b = new float[points.Columns];
        for (int i = 0, at = 0; i < rows; i++)
        {
            points.CopyRow((int)((long)i * points.Rows / rows), a);
            for (var j = 0; j < i; j++)
            {
                points.CopyRow((int)((long)j * points.Rows / rows), b);
                var sum = 0.0;
                for (var column = 0; column < a.Length; column++)
                    sum += column >= points.Numbers.Count ? a[column] == b[column] ? 0 : 1 : (a[column] - b[column]) * (double)(a[column] - b[column]);
                distances[at++] = Math.Sqrt(sum);
            }
        }
        Array.Sort(distances);
        var median = distances[distances.Length / 2];
        return median > 0 ? median : Mean(distances);
    }

    private static double Mean(double[] values) => Data.FixedOrderSum.Of(values) / values.Length;
}
