using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Selection;

/// <summary>How much more often a row is met among real rows than among a model's, by the mean of several discriminators. Immutable.</summary>
/// <param name="encoder">Reads rows as features.</param>
/// <param name="discriminators">Trained on different parts of the rows; the second class is real.</param>
/// <param name="slope">By which the mean log odds are multiplied.</param>
/// <param name="shift">What is added after that.</param>
internal sealed class DensityRatio(FeatureEncoder encoder, IReadOnlyList<BoostedTrees> discriminators, double slope, double shift)
{
    private const double Surest = 1e-9; // probabilities are kept that far from 0 and 1

    public FeatureEncoder Encoder => encoder;

    public IReadOnlyList<BoostedTrees> Discriminators => discriminators;

    public double Slope => slope;

    public double Shift => shift;

    /// <summary>Natural logarithm of the density ratio of each row.</summary>
    public double[] Logarithms(DataFrame table, int threads, CancellationToken cancellation)
    {
        var features = encoder.Encode(table);
        var sums = new double[features.Rows];
        foreach (var discriminator in discriminators)
        {
            var odds = LogOdds(discriminator, features, threads, cancellation);
            for (var row = 0; row < sums.Length; row++) sums[row] += odds[row];
        }
        for (var row = 0; row < sums.Length; row++) sums[row] = slope * sums[row] / discriminators.Count + shift;
        return sums;
    }

    /// <summary>Log odds of the second class.</summary>
    public static double[] LogOdds(IPredictor predictor, FeatureTable features, int threads, CancellationToken cancellation)
    {
        var predicted = predictor.Predict(features, new() { Threads = Math.Max(1, threads), Cancellation = cancellation });
        var odds = new double[features.Rows];
        for (var row = 0; row < odds.Length; row++)
        {
            var p = Math.Clamp(predicted[2 * row + 1], Surest, 1 - Surest);
            odds[row] = PortableMath.Log(p / (1 - p));
        }
        return odds;
    }
}
