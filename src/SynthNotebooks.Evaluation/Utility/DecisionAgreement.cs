using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Share of held-out rows for which boosted trees trained on real and on synthetic rows predict the same class.</summary>
/// <remarks>0 to 1, 1 best. The ceiling is a bootstrap of the real table: two honest models do not agree on every row either.</remarks>
[Metric("decision-agreement", Better.Higher, Min = 0, Max = 1, Title = "Decision agreement", Learned = true, Group = MetricGroup.Utility)]
public sealed class DecisionAgreement : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        if (study.NoUtility is { } reason) return Undefined(reason);
        if (!study.Test.Labels.AreClasses) return Undefined($"the target '{study.Options.Target}' is a number; models decide between classes only");
        StudyModel real = study.Model(StudyTable.Real, LearnerKind.Boosting), other = study.Model(Agreement.Compared(table), LearnerKind.Boosting);
        if ((real.Undefined ?? other.Undefined) is { } missing) return Undefined(missing, other.Rows);
        int[] mine = Decisions.Of(real, study), its = Decisions.Of(other, study);
        var same = 0;
        for (var row = 0; row < mine.Length; row++)
            if (mine[row] == its[row]) same++;
        return new((double)same / mine.Length, Rows: other.Rows);
    }
}
