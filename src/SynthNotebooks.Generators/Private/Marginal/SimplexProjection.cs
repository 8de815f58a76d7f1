namespace SynthNotebooks.Generators.Private;

/// <summary>The nearest vector of numbers of at least 0 with a given sum.</summary>
internal static class SimplexProjection
{
    /// <param name="values">Any numbers.</param>
    /// <param name="total">Of the result, above 0.</param>
    /// <remarks>Subtracts one threshold and cuts at 0. Cost: O(n log n). Source: Held, Wolfe, Crowder, Math. Programming 6, 1974, doi:10.1007/BF01580223.</remarks>
    public static double[] Of(ReadOnlySpan<double> values, double total)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        double sum = 0, threshold = 0;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            sum += sorted[i];
            var candidate = (sum - total) / (sorted.Length - i);
            if (i < sorted.Length - 1 && candidate >= sorted[i]) break;
            threshold = candidate;
        }
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++) result[i] = Math.Max(0, values[i] - threshold);
        return result;
    }
}
