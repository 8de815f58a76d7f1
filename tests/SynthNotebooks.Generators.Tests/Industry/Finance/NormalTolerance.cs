namespace SynthNotebooks.Generators.Tests.Industry.Finance;

/// <summary>How many standard deviations a normal statistic may stray before a test fails.</summary>
internal static class NormalTolerance
{
    /// <summary>P(|Z| > 5.4) = 6.7e-8; up to ten comparisons in a test stay below 1e-6.</summary>
    public const double Deviations = 5.4;

    public static void AssertNear(double expected, double found, double deviation, string what = "") =>
        Assert.True(Math.Abs(found - expected) <= Deviations * deviation, $"{what} {found} is {(found - expected) / deviation:0.00} standard deviations from {expected}.");
}
