using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Train on synthetic, test on real: score of boosted trees on held-out real rows.</summary>
/// <remarks>Area under the ROC curve (mean over classes of each against the rest), 0.5 is chance, 1 best; of a number R², at most 1. The ceiling is the model trained on the real table. Source: arXiv:1706.02633.</remarks>
[Metric("utility-boosting", Better.Higher, Max = 1, Title = "Utility (boosting)", Learned = true, Group = MetricGroup.Utility)]
public sealed class BoostingScore : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table) => UtilityValue.Score(study, table, LearnerKind.Boosting);
}
