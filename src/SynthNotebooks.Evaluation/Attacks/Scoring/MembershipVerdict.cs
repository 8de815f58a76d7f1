using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>How well a membership attack did.</summary>
/// <param name="Auc">Area under the ROC curve with DeLong's 95 % interval.</param>
/// <param name="AucHull">Area under the curve's convex hull, never below .5.</param>
/// <param name="TprAt1Percent">Members found at 1 % false alarms; null below <see cref="LeastFor1Percent"/> non-members.</param>
/// <param name="TprAtTenthPercent">Members found at 0.1 % false alarms; null below <see cref="LeastForTenthPercent"/> non-members.</param>
/// <param name="Advantage">Largest difference between true and false alarms over thresholds, at least 0.</param>
/// <param name="Epsilon">Bound of the privacy loss; null with fewer than two records of either sort.</param>
/// <param name="Roc">Corners of the hull.</param>
/// <param name="Members">Members judged.</param>
/// <param name="NonMembers">Others judged.</param>
public sealed record MembershipVerdict(
    Interval Auc, double AucHull, double? TprAt1Percent, double? TprAtTenthPercent, double Advantage, EpsilonBound? Epsilon, IReadOnlyList<RocPoint> Roc, int Members, int NonMembers)
{
    /// <summary>Fewest non-members that support a figure at 1 % false alarms.</summary>
    public const int LeastFor1Percent = 100;

    /// <summary>Fewest non-members that support a figure at 0.1 % false alarms.</summary>
    public const int LeastForTenthPercent = 1000;

    /// <summary>Judges scores.</summary>
    /// <param name="members">Scores of members, at least one, finite; higher = more like a member.</param>
    /// <param name="others">Scores of non-members, at least one.</param>
    /// <param name="seed">Of the split into records that fix the threshold and records that are judged with it.</param>
    /// <param name="delta">Of the privacy that is bounded.</param>
    /// <exception cref="ArgumentException">A group is empty, or a score is not finite.</exception>
    public static MembershipVerdict Of(double[] members, double[] others, ulong seed = 0, double delta = 0)
    {
        Check(members, nameof(members));
        Check(others, nameof(others));
        var hull = RocHull.Of(members, others);
        return new(
            AucEstimate.Of(members, others).Interval(), hull.Area(),
            others.Length >= LeastFor1Percent ? hull.At(0.01) : null, others.Length >= LeastForTenthPercent ? hull.At(0.001) : null,
            hull.Advantage(), ThresholdSplit.Bound(members, others, seed, delta), hull.Points, members.Length, others.Length);
    }

    private static void Check(double[] scores, string name)
    {
        ArgumentNullException.ThrowIfNull(scores, name);
        if (scores.Length == 0) throw new ArgumentException("There is no score; at least one is needed.", name);
        if (!Array.TrueForAll(scores, double.IsFinite)) throw new ArgumentException("A score is not finite.", name);
    }
}
