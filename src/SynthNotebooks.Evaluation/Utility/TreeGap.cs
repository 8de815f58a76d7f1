using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>How much better a decision tree does on held-out rows when trained on real rows instead of synthetic ones.</summary>
/// <remarks>Difference of areas under the ROC curve, or of R²; 0 and below is best. See <see cref="TreeScore"/>.</remarks>
[Metric("utility-gap-tree", Better.Lower, Title = "Utility gap (tree)", Learned = true, Group = MetricGroup.Utility)]
public sealed class TreeGap : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table) => UtilityValue.Gap(study, table, LearnerKind.Tree);
}
