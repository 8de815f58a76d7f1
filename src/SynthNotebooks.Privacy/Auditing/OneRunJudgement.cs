using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>Turns scores of canaries into guesses, and guesses into a bound.</summary>
/// <remarks>
/// Highest scores are guessed present, lowest absent, the middle is left out. How many to guess is chosen on one half of the canaries, whose coins count as known; the bound
/// comes from the other half alone, so the choice costs no confidence. Source: Steinke, Nasr, Jagielski, arXiv:2305.08846 (guesses and abstention).
/// </remarks>
public static class OneRunJudgement
{
    private static readonly double[] Shares = [1, 0.5, 0.25, 0.1, 0.05, 0.02];

    /// <summary>Judges one run.</summary>
    /// <param name="scores">Of each canary; larger speaks for its presence.</param>
    /// <param name="present">Whether its coin put it in, as long as the scores.</param>
    /// <param name="claimed">ε that is claimed at δ.</param>
    /// <param name="delta">0 to below 1.</param>
    /// <param name="confidence">Of the bound; default 0.95, legal 0.5 to 0.999999999999.</param>
    /// <exception cref="ArgumentException">There are fewer than 20 canaries, or not as many coins as scores.</exception>
    public static AuditResult Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> present, double claimed, double delta, double confidence = 0.95)
    {
        Require.InRange(delta, 0, 0.999);
        Require.InRange(confidence, 0.5, 0.999999999999);
        if (scores.Length != present.Length) throw new ArgumentException($"There are {scores.Length} scores and {present.Length} coins; there must be as many.", nameof(present));
        if (scores.Length < 20) throw new ArgumentException($"There are {scores.Length} canaries; at least 20 are needed.", nameof(scores));
        var half = scores.Length / 2;
        var (best, bound) = (Shares[0], -1.0);
        foreach (var share in Shares)
        {
            var value = Bound(scores[..half], present[..half], share).Epsilon;
            if (value > bound) (best, bound) = (share, value);
        }
        var (epsilon, guesses) = Bound(scores[half..], present[half..], best);
        var ceiling = OneRunAudit.Epsilon(scores.Length - half, guesses, guesses, delta, 1 - confidence);
        return new(claimed, epsilon, ceiling, delta, confidence, scores.Length, 0);

        (double Epsilon, int Guesses) Bound(ReadOnlySpan<double> scores, ReadOnlySpan<bool> present, double share)
        {
            var side = Math.Max(1, (int)(share * scores.Length / 2));
            var (keys, order) = (scores.ToArray(), new int[scores.Length]);
            for (var i = 0; i < order.Length; i++) order[i] = i;
            Array.Sort(keys, order);
            var correct = 0;
            for (var i = 0; i < side; i++)
            {
                if (!present[order[i]]) correct++;
                if (present[order[^(i + 1)]]) correct++;
            }
            return (OneRunAudit.Epsilon(scores.Length, 2 * side, correct, delta, 1 - confidence), 2 * side);
        }
    }

    /// <summary>Audits a mechanism by one run on the disjoint union of many tables, each with or without its record.</summary>
    /// <param name="trial">The pair of neighbours that every canary stands for; a mechanism that works on disjoint tables apart is as private as on one.</param>
    /// <param name="canaries">20 to 10000000.</param>
    /// <param name="delta">δ at which the claim is tested.</param>
    /// <param name="confidence">Of the bound.</param>
    /// <param name="cancellation">Stops between canaries.</param>
    /// <exception cref="ArgumentException">The claim has no ε at δ.</exception>
    public static AuditResult Run(MechanismTrial trial, int canaries, double delta = 0, double confidence = 0.95, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trial);
        Require.InRange(canaries, 20, 10_000_000);
        var claimed = trial.Claim.Epsilon(delta);
        if (double.IsPositiveInfinity(claimed)) throw new ArgumentException($"The claim ({trial.Claim}) has no epsilon at delta {delta}; take a larger delta.", nameof(trial));
        var (scores, present, coins) = (new double[canaries], new bool[canaries], new CryptographicBits());
        for (var i = 0; i < canaries; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            present[i] = coins.NextBit();
            scores[i] = present[i] ? trial.First() : trial.Second();
        }
        return Of(scores, present, claimed, delta, confidence);
    }
}
