namespace SynthNotebooks.Generators.Private;

/// <summary>How far a model's marginal lies from exact counts.</summary>
internal static class MarginalDistance
{
    /// <summary>Σ |count − total · probability|; one record more or less moves it by at most 1.</summary>
    public static double L1(ReadOnlySpan<long> counts, ReadOnlySpan<double> probabilities, double total)
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++) sum += Math.Abs(counts[i] - total * probabilities[i]);
        return sum;
    }

    /// <summary>Σ |total · (a − b)|.</summary>
    public static double L1(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double total)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return total * sum;
    }
}
