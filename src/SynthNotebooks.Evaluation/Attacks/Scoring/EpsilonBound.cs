using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>What the errors of a membership attack say about the privacy loss of the generator.</summary>
/// <param name="Value">Lower bound of epsilon at the stated confidence, at least 0.</param>
/// <param name="High">Upper end of the interval of what this attack shows; null when nothing bounds it. No bound of epsilon itself.</param>
/// <param name="Ceiling">The bound that a perfect attack on as many records would give: more cannot be shown with so few.</param>
/// <param name="TruePositives">Members called members.</param>
/// <param name="Members">Members judged.</param>
/// <param name="FalsePositives">Others called members.</param>
/// <param name="NonMembers">Others judged.</param>
/// <remarks>
/// (ε, δ)-privacy forces TPR ≤ e^ε FPR + δ, and the same for the complements. Both shares are bounded exactly, alpha / 2 each, so both
/// directions hold together. The threshold must come from other records. Sources: Kairouz, Oh, Viswanath, ICML 2015, arXiv:1311.0776; Nasr et al., IEEE S&amp;P 2021,
/// arXiv:2101.04535.
/// </remarks>
public sealed record EpsilonBound(double Value, double? High, double Ceiling, int TruePositives, int Members, int FalsePositives, int NonMembers)
{
    /// <summary>Bounds epsilon.</summary>
    /// <param name="truePositives">0 to <paramref name="members"/>.</param>
    /// <param name="members">At least 1.</param>
    /// <param name="falsePositives">0 to <paramref name="nonMembers"/>.</param>
    /// <param name="nonMembers">At least 1.</param>
    /// <param name="delta">0 (default) to below 1.</param>
    /// <param name="alpha">Probability that the bound is wrong, default .05.</param>
    public static EpsilonBound Of(int truePositives, int members, int falsePositives, int nonMembers, double delta = 0, double alpha = 0.05)
    {
        if (delta is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta must lie in 0 to below 1.");
        var ceiling = Lower(members, members, 0, nonMembers, delta, alpha);
        var low = Lower(truePositives, members, falsePositives, nonMembers, delta, alpha);
        double most = ClopperPearson.Upper(truePositives, members, alpha / 2), least = ClopperPearson.Lower(falsePositives, nonMembers, alpha / 2);
        var high = Math.Max(Ratio(most - delta, least), Ratio(1 - least - delta, 1 - most));
        return new(low, double.IsFinite(high) ? high : null, ceiling, truePositives, members, falsePositives, nonMembers);
    }

    internal static double Lower(int truePositives, int members, int falsePositives, int nonMembers, double delta, double alpha)
    {
        double least = ClopperPearson.Lower(truePositives, members, alpha / 2), most = ClopperPearson.Upper(falsePositives, nonMembers, alpha / 2);
        return Math.Max(Ratio(least - delta, most), Ratio(1 - most - delta, 1 - least));
    }

    private static double Ratio(double above, double below) =>
        !(above > 0) ? 0 : below <= 0 ? double.PositiveInfinity : Math.Max(0, PortableMath.Log(above / below));
}
