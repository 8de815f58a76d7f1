using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Bounds ε from below with one run of a mechanism: canaries are put in by coin flips, and an attack guesses which.</summary>
/// <remarks>Holds for mechanisms that are (ε, δ)-DP under add-remove. Cost: O(r) a bisection step. Source: Steinke, Nasr, Jagielski, arXiv:2305.08846, Theorem 5.2.</remarks>
public static class OneRunAudit
{
    /// <summary>The bound, at least 0.</summary>
    /// <param name="canaries">m, records whose presence was a fair coin; at least 1.</param>
    /// <param name="guesses">r, canaries that the attack dared to guess, at most m.</param>
    /// <param name="correct">v, guesses that were right, at most r.</param>
    /// <param name="delta">0 to below 1.</param>
    /// <param name="error">Chance that the bound is wrong; default 0.05.</param>
    public static double Epsilon(int canaries, int guesses, int correct, double delta = 0, double error = 0.05)
    {
        Check(canaries, guesses, correct, delta);
        Require.InRange(error, 1e-12, 0.5);
        if (PValue(canaries, guesses, correct, 0, delta) >= error) return 0;
        var high = 1.0;
        while (PValue(canaries, guesses, correct, high, delta) < error)
        {
            high *= 2;
            if (high > 512) return 512; // cannot happen with any guess made: the p-value tends to 1
        }
        return Bisection.LargestTrue(epsilon => PValue(canaries, guesses, correct, epsilon, delta) < error, 0, high);
    }

    /// <summary>Chance that an (ε, δ)-DP mechanism allows so many right guesses.</summary>
    /// <param name="canaries">m.</param>
    /// <param name="guesses">r.</param>
    /// <param name="correct">v.</param>
    /// <param name="epsilon">At least 0.</param>
    /// <param name="delta">0 to below 1.</param>
    public static double PValue(int canaries, int guesses, int correct, double epsilon, double delta)
    {
        Check(canaries, guesses, correct, delta);
        AccountingRange.CheckEpsilon(epsilon);
        var accuracy = 1 / (1 + PortableMath.Exp(-epsilon)); // of randomised response
        double sum = 0, worst = 0;
        if (delta > 0)
            for (var i = 1; i <= correct; i++)
            {
                sum += Binomial.Mass(guesses, correct - i, accuracy);
                worst = Math.Max(worst, sum / i);
            }
        return Math.Min(1, Binomial.UpperTail(guesses, correct, accuracy) + worst * delta * 2 * canaries);
    }

    private static void Check(int canaries, int guesses, int correct, double delta)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(canaries, 1);
        Require.InRange(guesses, 0, canaries);
        Require.InRange(correct, 0, guesses);
        Require.InRange(delta, 0, 1);
    }
}
