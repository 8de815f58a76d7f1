namespace SynthNotebooks.Generators.Private;

/// <summary>Counts of a marginal with independent noise of known size.</summary>
/// <param name="Columns">Which marginal.</param>
/// <param name="Values">Noisy number of records in each cell, columns ascending, row-major.</param>
/// <param name="Precisions">1 / variance of each value, above 0.</param>
internal sealed record NoisyMarginal(AttributeSet Columns, double[] Values, double[] Precisions)
{
    /// <summary>Noise of one variance in all cells.</summary>
    public static NoisyMarginal Of(AttributeSet columns, double[] values, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        var precisions = new double[values.Length];
        precisions.AsSpan().Fill(1 / variance);
        return new(columns, values, precisions);
    }

    /// <summary>Several measurements with those of one marginal merged by inverse variance, which loses nothing; order of first appearance.</summary>
    public static List<NoisyMarginal> Merged(IEnumerable<NoisyMarginal> measurements)
    {
        var merged = new List<NoisyMarginal>();
        foreach (var measurement in measurements)
        {
            var at = merged.FindIndex(other => other.Columns.Equals(measurement.Columns));
            if (at < 0) merged.Add(measurement);
            else merged[at] = Merge(merged[at], measurement);
        }
        return merged;
    }

    /// <summary>The number of records, from the sums of all measurements, each weighted by its inverse variance; at least 1.</summary>
    public static double Total(IEnumerable<NoisyMarginal> measurements)
    {
        double weighted = 0, weights = 0;
        foreach (var measurement in measurements)
        {
            double sum = 0, variance = 0;
            for (var i = 0; i < measurement.Values.Length; i++)
            {
                sum += measurement.Values[i];
                variance += 1 / measurement.Precisions[i];
            }
            weighted += sum / variance;
            weights += 1 / variance;
        }
        return weights == 0 ? 1 : Math.Max(1, weighted / weights);
    }

    private static NoisyMarginal Merge(NoisyMarginal a, NoisyMarginal b)
    {
        var (values, precisions) = (new double[a.Values.Length], new double[a.Values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            precisions[i] = a.Precisions[i] + b.Precisions[i];
            values[i] = (a.Values[i] * a.Precisions[i] + b.Values[i] * b.Precisions[i]) / precisions[i];
        }
        return new(a.Columns, values, precisions);
    }
}
