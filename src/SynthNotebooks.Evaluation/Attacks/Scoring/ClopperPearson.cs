using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>Exact one-sided bounds of a binomial share.</summary>
/// <remarks>Source: Clopper, Pearson, Biometrika 26(4), 1934, doi:10.1093/biomet/26.4.404.</remarks>
public static class ClopperPearson
{
    /// <summary>The share that is exceeded with probability at least 1 − alpha.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="alpha">Probability of error, above 0 and below 1.</param>
    public static double Lower(int successes, int trials, double alpha)
    {
        Check(successes, trials, alpha);
        return successes == 0 ? 0 : Inverse(alpha, successes, trials - successes + 1.0);
    }

    /// <summary>The share that is not reached with probability at least 1 − alpha.</summary>
    /// <inheritdoc cref="Lower"/>
    public static double Upper(int successes, int trials, double alpha)
    {
        Check(successes, trials, alpha);
        return successes == trials ? 1 : 1 - Inverse(alpha, trials - successes, successes + 1.0);
    }

    // By bisection down to neighbouring numbers: the function is monotone and exact enough everywhere.
    private static double Inverse(double probability, double a, double b)
    {
        double low = 0, high = 1;
        for (var step = 0; step < 80; step++)
        {
            var middle = low + (high - low) / 2;
            if (SpecialFunctions.Beta(middle, a, b) < probability) low = middle;
            else high = middle;
        }
        return low + (high - low) / 2;
    }

    private static void Check(int successes, int trials, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (successes < 0 || successes > trials) throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Of {trials} trials 0 to {trials} can succeed.");
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The probability of error must lie above 0 and below 1.");
    }
}
