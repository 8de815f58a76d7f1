using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>A learned score that tells two kinds of releases apart: the likelihood ratio when features are normal with one covariance.</summary>
/// <remarks>A feature that a release lacks counts as its mean. Cost: runs · features² to learn. Source: Fisher, Annals of Eugenics 7, 1936, doi:10.1111/j.1469-1809.1936.tb02137.x.</remarks>
internal sealed class LinearDiscriminant
{
    private const double Ridge = 1e-3; // of a standardised feature's variance
    private const double Resolution = 1e6; // scores become whole numbers
    private readonly (string Name, double Mean, double Weight)[] _features;

    private LinearDiscriminant((string, double, double)[] features) => _features = features;

    /// <summary>Learns from releases of the first kind and of the second.</summary>
    public static LinearDiscriminant Of(IReadOnlyList<Dictionary<string, double>> first, IReadOnlyList<Dictionary<string, double>> second)
    {
        var names = new SortedSet<string>(first.Concat(second).SelectMany(run => run.Keys), StringComparer.Ordinal);
        var (kept, means, scales) = (new List<string>(), new List<double>(), new List<double>());
        foreach (var name in names)
        {
            double sum = 0, squares = 0, count = 0;
            foreach (var run in first.Concat(second))
                if (run.TryGetValue(name, out var value)) (sum, count) = (sum + value, count + 1);
            foreach (var run in first.Concat(second))
                if (run.TryGetValue(name, out var value)) squares += (value - sum / count) * (value - sum / count);
            if (squares <= 1e-12 * count) continue; // tells nothing
            kept.Add(name);
            means.Add(sum / count);
            scales.Add(Math.Sqrt(squares / count));
        }
        var weights = kept.Count == 0 ? [] : Weights(Standardised(first), Standardised(second));
        return new([.. kept.Select((name, i) => (name, means[i], weights[i] / scales[i]))]);

        double[][] Standardised(IReadOnlyList<Dictionary<string, double>> runs) =>
            [.. runs.Select(run => kept.Select((name, i) => run.TryGetValue(name, out var value) ? (value - means[i]) / scales[i] : 0).ToArray())];
    }

    /// <summary>The score of a release, larger for the first kind.</summary>
    public long Score(Dictionary<string, double> run)
    {
        var score = 0.0;
        foreach (var (name, mean, weight) in _features)
            if (run.TryGetValue(name, out var value)) score += weight * (value - mean);
        return (long)Math.Round(Math.Clamp(score, -1e9, 1e9) * Resolution);
    }

    // Pooled covariance⁻¹ · difference of means.
    private static double[] Weights(double[][] first, double[][] second)
    {
        var size = first[0].Length;
        double[] high = Mean(first), low = Mean(second);
        var covariance = new double[size, size];
        Add(first, high);
        Add(second, low);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) covariance[i, j] /= first.Length + second.Length;
            covariance[i, i] += Ridge;
        }
        if (!Cholesky.TryFactor(covariance, out var factor)) throw new InvalidOperationException("The covariance of the features of releases is not positive definite.");
        // Differences of means that chance alone would show are shrunk away (positive-part James-Stein, a feature at a time).
        double[] difference = [.. high.Select((value, i) =>
        {
            var shift = value - low[i];
            var chance = covariance[i, i] * (1.0 / first.Length + 1.0 / second.Length);
            return shift * Math.Max(0, 1 - chance / Math.Max(shift * shift, 1e-300));
        })];
        return CholeskySolve.Solve(factor, difference);

        double[] Mean(double[][] runs)
        {
            var mean = new double[size];
            foreach (var run in runs)
                for (var i = 0; i < size; i++) mean[i] += run[i] / runs.Length;
            return mean;
        }

        void Add(double[][] runs, double[] mean)
        {
            foreach (var run in runs)
                for (var i = 0; i < size; i++)
                    for (var j = 0; j < size; j++) covariance[i, j] += (run[i] - mean[i]) * (run[j] - mean[j]);
        }
    }
}
