using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The mean of a standard normal variable within each of the slices that ordered classes cut it into.</summary>
public static class NormalScores
{
    /// <summary>One score a class, scaled to mean 0 and variance 1 under the counts; all 0 when fewer than two classes occur.</summary>
    /// <param name="counts">Number of records of each class in ascending order; at least 0.</param>
    /// <remarks>Source: van der Waerden, Indagationes Math. 14, 1952; for classes, Pearson, Phil. Trans. A 195, 1900.</remarks>
    public static double[] OfClasses(ReadOnlySpan<double> counts)
    {
        double total = 0, sum = 0;
        foreach (var count in counts) total += count;
        var scores = new double[counts.Length];
        double lower = 0, variance = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            sum += counts[i];
            var upper = sum >= total ? 0 : DensityAtQuantile(sum / total);
            scores[i] = (lower - upper) * total / counts[i];
            variance += counts[i] / total * scores[i] * scores[i];
            lower = upper;
        }
        if (variance > 1e-12)
            for (var i = 0; i < scores.Length; i++) scores[i] /= Math.Sqrt(variance);
        else scores.AsSpan().Clear();
        return scores;
    }

    private static double DensityAtQuantile(double p)
    {
        var z = PortableMath.NormalQuantile(p);
        return PortableMath.Exp(-z * z / 2) * 0.3989422804014327;
    }
}
