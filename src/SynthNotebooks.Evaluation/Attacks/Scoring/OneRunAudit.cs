using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>A lower bound of epsilon from guesses about canaries that one training did or did not see.</summary>
/// <remarks>
/// Under (ε, δ)-privacy each guess is right with probability at most e^ε / (1 + e^ε) whatever the others are, up to δ; a number of right guesses that is
/// too unlikely under an ε rules it out. Cost O(right) a step of the search. Source: Steinke, Nasr, Jagielski, NeurIPS 2023, arXiv:2305.08846, theorem 5.2.
/// </remarks>
public static class OneRunAudit
{
    private const double MostEpsilon = 700; // e^ε is a number below it

    /// <summary>The largest epsilon that is ruled out.</summary>
    /// <param name="canaries">Canaries put in or left out by fair coins, at least 1.</param>
    /// <param name="guesses">Canaries guessed about, at most as many.</param>
    /// <param name="right">Right guesses.</param>
    /// <param name="delta">0 to below 1.</param>
    /// <param name="p">Probability that the bound is wrong, default .05.</param>
    public static double LowerBound(int canaries, int guesses, int right, double delta, double p = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(canaries, 1);
        if (guesses < 0 || guesses > canaries) throw new ArgumentOutOfRangeException(nameof(guesses), guesses, $"Of {canaries} canaries 0 to {canaries} can be guessed about.");
        if (right < 0 || right > guesses) throw new ArgumentOutOfRangeException(nameof(right), right, $"Of {guesses} guesses 0 to {guesses} can be right.");
        if (delta is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta must lie in 0 to below 1.");
        if (p is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "The probability of error must lie above 0 and below 1.");
        if (Probability(canaries, guesses, right, 0, delta) >= p) return 0;
        double low = 0, high = 1;
        while (high < MostEpsilon && Probability(canaries, guesses, right, high, delta) < p) (low, high) = (high, high + 1);
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            if (Probability(canaries, guesses, right, middle, delta) < p) low = middle;
            else high = middle;
        }
        return low;
    }

    // At most this likely are so many right guesses under epsilon.
    private static double Probability(int canaries, int guesses, int right, double epsilon, double delta)
    {
        var logOdds = PortableMath.Log(1 + PortableMath.Exp(-epsilon)); // ln (1 + e^−ε): −ln of the share of right guesses
        var share = PortableMath.Exp(-logOdds);
        var tail = right == 0 ? 1 : SpecialFunctions.Beta(share, right, guesses - right + 1.0);
        if (delta == 0) return Math.Min(1, tail);
        double sum = 0, worst = 0;
        for (var i = 1; i <= right; i++)
        {
            sum += PortableMath.Exp(LogChance(guesses, right - i, -logOdds, -epsilon - logOdds));
            worst = Math.Max(worst, sum / i);
        }
        return Math.Min(1, tail + worst * delta * 2 * canaries);
    }

    private static double LogChance(int n, int k, double logShare, double logRest) =>
        SpecialFunctions.LogGamma(n + 1.0) - SpecialFunctions.LogGamma(k + 1.0) - SpecialFunctions.LogGamma(n - k + 1.0) + k * logShare + (n - k) * logRest;
}
