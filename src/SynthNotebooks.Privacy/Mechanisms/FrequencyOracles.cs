using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Which local mechanism estimates frequencies of k categories best.</summary>
/// <remarks>Source: Wang, Blocki, Li, Jha, USENIX Security 2017, arXiv:1705.04421.</remarks>
public static class FrequencyOracles
{
    /// <summary>n times the variance of an estimated frequency near 0 by k-ary randomised response.</summary>
    public static double RandomisedResponseVariance(int categories, double epsilon)
    {
        var e = PortableMath.Exp(epsilon);
        return (categories - 2 + e) / ((e - 1) * (e - 1));
    }

    /// <summary>n times the variance of an estimated frequency near 0 by optimised unary encoding.</summary>
    public static double UnaryEncodingVariance(double epsilon)
    {
        var e = PortableMath.Exp(epsilon);
        return 4 * e / ((e - 1) * (e - 1));
    }

    /// <summary>Whether k-ary randomised response is the better: k &lt; 3e^ε + 2.</summary>
    public static bool PrefersRandomisedResponse(int categories, double epsilon) => categories < 3 * PortableMath.Exp(epsilon) + 2;

    /// <summary>Unbiased frequencies from counts of reports.</summary>
    /// <param name="reports">How many reports named (or set the bit of) each category.</param>
    /// <param name="total">Number of reports.</param>
    /// <param name="truth">Chance that the true category is reported.</param>
    /// <param name="other">Chance that a given other category is reported, below <paramref name="truth"/>.</param>
    public static double[] Estimate(ReadOnlySpan<long> reports, long total, double truth, double other)
    {
        var shares = new double[reports.Length];
        for (var i = 0; i < shares.Length; i++) shares[i] = ((double)reports[i] / total - other) / (truth - other);
        return shares;
    }
}
