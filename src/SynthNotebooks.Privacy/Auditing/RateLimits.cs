using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>Limits of an attack's two rates that hold together at a confidence (Clopper-Pearson, half the error each).</summary>
/// <param name="Found">Lower limit of the rate of true positives.</param>
/// <param name="Wrong">Upper limit of the rate of false positives.</param>
internal readonly record struct RateLimits(double Found, double Wrong)
{
    /// <summary>The limits of counted hits.</summary>
    public static RateLimits Of(int truePositives, int positives, int falsePositives, int negatives, double confidence)
    {
        Require.InRange(confidence, 0.5, 0.999999999999);
        ArgumentOutOfRangeException.ThrowIfLessThan(positives, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(negatives, 1);
        Require.InRange(truePositives, 0, positives);
        Require.InRange(falsePositives, 0, negatives);
        var half = (1 - confidence) / 2;
        return new(Binomial.LowerLimit(truePositives, positives, half), Binomial.UpperLimit(falsePositives, negatives, half));
    }
}
