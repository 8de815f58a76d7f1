using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks.Controls;

/// <summary>Checks of the scorer on scores whose figures are known.</summary>
internal static class ScorerChecks
{
    private const int Records = 2000;

    public static IEnumerable<ControlResult> All() => [Reversed(), Normal()];

    // All members below all others: the ROC hull is the diagonal.
    private static ControlResult Reversed()
    {
        double[] members = [.. Enumerable.Range(0, Records).Select(i => (double)i)], others = [.. Enumerable.Range(Records, Records).Select(i => (double)i)];
        var verdict = MembershipVerdict.Of(members, others);
        var passed = verdict.AucHull == 0.5 && Near(verdict.TprAt1Percent, 0.01, 1e-12) && Near(verdict.TprAtTenthPercent, 0.001, 1e-12);
        return new("reversed-scores", null, "AUC .5 under the ROC hull and TPR = FPR: all members score below all others", new(verdict.AucHull, verdict.AucHull, verdict.AucHull), passed, Records, Records);
    }

    // Quantiles of N(1, 1) and N(0, 1): AUC .7602, TPR .0924 at 1 % and .0183 at .1 %.
    private static ControlResult Normal()
    {
        var others = new double[Records];
        for (var i = 0; i < Records; i++) others[i] = PortableMath.NormalQuantile((i + 0.5) / Records);
        var verdict = MembershipVerdict.Of(Array.ConvertAll(others, score => score + 1), others);
        var passed = Near(verdict.Auc.Value, 0.7602, 0.001) && Near(verdict.TprAt1Percent, 0.0924, 0.005) && Near(verdict.TprAtTenthPercent, 0.0183, 0.005);
        return new("normal-scores", null, "AUC .760, TPR .092 at 1 % and .018 at .1 % FPR: scores of N(1, 1) against N(0, 1)", verdict.Auc, passed, Records, Records);
    }

    private static bool Near(double? value, double expected, double tolerance) => value is { } number && Math.Abs(number - expected) <= tolerance;
}
