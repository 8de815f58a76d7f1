using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>How much better logistic or ridge regression does on held-out rows when trained on real rows instead of synthetic ones.</summary>
/// <remarks>Difference of areas under the ROC curve, or of R²; 0 and below is best. See <see cref="LinearScore"/>.</remarks>
[Metric("utility-gap-linear", Better.Lower, Title = "Utility gap (linear)", Learned = true, Group = MetricGroup.Utility)]
public sealed class LinearGap : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table) => UtilityValue.Gap(study, table, LearnerKind.Linear);
}
