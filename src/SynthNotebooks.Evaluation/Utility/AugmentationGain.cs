using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>What adding the synthetic rows to the real ones brings boosted trees on held-out rows.</summary>
/// <remarks>Difference of areas under the ROC curve, or of R²; above 0 they help. The ceiling adds a bootstrap of the real table.</remarks>
[Metric("augmentation-gain", Better.Higher, Max = 1, Title = "Augmentation gain", Learned = true, Group = MetricGroup.Utility)]
public sealed class AugmentationGain : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        if (study.NoUtility is { } reason) return Undefined(reason);
        StudyModel real = study.Model(StudyTable.Real, LearnerKind.Boosting);
        if (real.Score is not { } alone) return Undefined(real.Undefined, real.Rows);
        var rows = study.Rows(Agreement.Compared(table));
        if (study.Task(Agreement.Compared(table)).Labels.Rows == 0) return Undefined($"no added row has a value of '{study.Options.Target}'", rows);
        var both = study.Augmented(Agreement.Compared(table));
        return both.Score is { } together ? new(Math.Min(1, together - alone), Rows: rows) : Undefined(both.Undefined, rows);
    }
}
