namespace SynthNotebooks.Generators.Tests.Industry.Finance;

/// <summary>How many standard deviations a normal statistic may stray before a test fails.</summary>
internal static class NormalTolerance
{
    /// <summary>P(|Z| > 5.4) = 6.7e-8; up to ten comparisons in a test stay below 1e-6.</summary>
    public const double Deviations = 5.4;

    /// <summary>Asserts a sum of independent counts, each 0 or 1 or Poisson, by Bernstein's bound with failure probability 1e-7: holds for small means too.</summary>
    public static void AssertCount(double expected, double found, double variance, string what = "")
    {
        var log = Math.Log(2 / 1e-7);
        var radius = log / 3 + Math.Sqrt(log * log / 9 + 2 * variance * log);
        Assert.True(Math.Abs(found - expected) <= radius, $"{what} {found} is more than {radius:0.0} from {expected:0.0}.");
    }

    public static void AssertNear(double expected, double found, double deviation, string what = "") =>
        Assert.True(Math.Abs(found - expected) <= Deviations * deviation, $"{what} {found} is {(found - expected) / deviation:0.00} standard deviations from {expected}.");
}
