namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing;

/// <summary>The error of a mean of values that hang together in time: from the means of long batches.</summary>
/// <remarks>With 200 batches the statistic is Student with 199 degrees of freedom: P(|t| > 5.4) = 2e-7.</remarks>
internal static class BatchMeans
{
    private const int Batches = 200;

    public static double ErrorOf(IReadOnlyList<double> values)
    {
        var size = values.Count / Batches;
        Assert.True(size > 0, $"{values.Count} values are too few.");
        double[] means = [.. Enumerable.Range(0, Batches).Select(batch => Enumerable.Range(batch * size, size).Average(i => values[i]))];
        var mean = means.Average();
        return Math.Sqrt(means.Sum(x => (x - mean) * (x - mean)) / (Batches - 1) / Batches);
    }
}
