using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Binomial masses, tails and Clopper-Pearson limits.</summary>
/// <remarks>Cost O(n) a tail. Source of the limits: Clopper, Pearson, Biometrika 26, 1934, doi:10.2307/2331986.</remarks>
internal static class Binomial
{
    /// <summary>P[X = k].</summary>
    public static double Mass(int trials, int k, double p)
    {
        if (p <= 0) return k == 0 ? 1 : 0;
        if (p >= 1) return k == trials ? 1 : 0;
        return PortableMath.Exp(LogFactorial(trials) - LogFactorial(k) - LogFactorial(trials - k) + k * PortableMath.Log(p) + (trials - k) * StableMath.LogOnePlus(-p));
    }

    /// <summary>P[X ≥ k].</summary>
    public static double UpperTail(int trials, int k, double p)
    {
        if (k <= 0) return 1;
        if (k > trials || p <= 0) return 0;
        if (p >= 1) return 1;
        // Summed on the side where the terms fall away from k.
        return k > trials * p ? Sum(trials, k, p) : 1 - Sum(trials, trials - k + 1, 1 - p);
    }

    /// <summary>Largest p for which k or more successes have probability at most alpha.</summary>
    public static double LowerLimit(int successes, int trials, double alpha) =>
        successes == 0 ? 0 : Bisection.LargestTrue(p => UpperTail(trials, successes, p) <= alpha, 0, 1);

    /// <summary>Smallest p for which k or fewer successes have probability at most alpha.</summary>
    public static double UpperLimit(int successes, int trials, double alpha) => 1 - LowerLimit(trials - successes, trials, alpha);

    // Σ of P[X = j] over j ≥ k, k above the mean: terms fall, the largest first.
    private static double Sum(int trials, int k, double p)
    {
        double term = Mass(trials, k, p), odds = p / (1 - p);
        var sum = new FixedOrderSum();
        for (var j = k; j <= trials && term > 0; j++)
        {
            sum.Add(term);
            if (term < sum.Value * 1e-18) break;
            term *= (trials - j) / (j + 1.0) * odds;
        }
        return Math.Min(1, sum.Value);
    }

    // ln n!: exact products for small n, Stirling's series beyond, error below 1e-14 of the value.
    private static double LogFactorial(int n)
    {
        if (n < 20)
        {
            var product = 1.0;
            for (var i = 2; i <= n; i++) product *= i;
            return PortableMath.Log(product);
        }
        double x = n, z = 1 / (x * x);
        return (x + 0.5) * PortableMath.Log(x) - x + 0.91893853320467274178 + (1 / 12.0 - z * (1 / 360.0 - z * (1 / 1260.0 - z / 1680))) / x;
    }
}
