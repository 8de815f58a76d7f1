namespace SynthNotebooks.Generators.Tests.Industry;

/// <summary>How far a share may stray from its expectation before a test fails.</summary>
internal static class Tolerance
{
    private const double FailureProbability = 1e-7; // of a test whose claim is true; seeds are fixed, so a test that passes stays so

    /// <summary>Hoeffding's bound for the mean of n independent values in [0, 1], over all comparisons of a test together.</summary>
    public static double OfMean(int n, int comparisons = 1) => Math.Sqrt(Math.Log(2 * comparisons / FailureProbability) / (2.0 * n));
}
