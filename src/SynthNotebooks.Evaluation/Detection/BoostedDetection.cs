using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Detection;

/// <summary>C2ST, boosted trees: cross-validated area under the ROC curve of telling real from synthetic rows by gradient boosting.</summary>
/// <remarks>0 to 1; 0.5 is chance and the aim, a little less is noise. Cost and source: <see cref="ClassifierTest"/>.</remarks>
[Metric("detection-boosting", Better.Lower, Min = 0, Max = 1, Title = "Detection (boosting)", Learned = true, Group = MetricGroup.Detection)]
public sealed class BoostedDetection : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table) => DetectionValue.Of(study, table, LearnerKind.Boosting);
}
