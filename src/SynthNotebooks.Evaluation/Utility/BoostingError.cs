using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Root mean squared error on held-out real rows of boosted trees trained on synthetic rows.</summary>
/// <remarks>In the unit of the target, which must be a number; 0 best. The ceiling is the model trained on the real table.</remarks>
[Metric("utility-error-boosting", Better.Lower, Min = 0, Title = "Prediction error (boosting)", Learned = true, Group = MetricGroup.Utility)]
public sealed class BoostingError : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table) => UtilityValue.Error(study, table, LearnerKind.Boosting);
}
