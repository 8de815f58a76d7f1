using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>How much better a random forest does on held-out rows when trained on real rows instead of synthetic ones.</summary>
/// <remarks>Difference of areas under the ROC curve, or of R²; 0 and below is best. See <see cref="ForestScore"/>.</remarks>
[Metric("utility-gap-forest", Better.Lower, Title = "Utility gap (forest)", Learned = true, Group = MetricGroup.Utility)]
public sealed class ForestGap : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table) => UtilityValue.Gap(study, table, LearnerKind.Forest);
}
