using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Detection;

/// <summary>Detection in SDMetrics' form: 1 − (2·max(0.5, area) − 1) of the logistic classifier test.</summary>
/// <remarks>0 to 1, 1 best. Source: SDMetrics, LogisticDetection, https://github.com/sdv-dev/SDMetrics; area as in <see cref="LogisticDetection"/>.</remarks>
[Metric("detection-sdmetrics", Better.Higher, Min = 0, Max = 1, Title = "Detection (SDMetrics)", Learned = true, Group = MetricGroup.Detection)]
public sealed class SdMetricsDetection : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        var area = DetectionValue.Of(study, table, LearnerKind.Linear);
        return new(Form(area.Value), Form(area.High), Form(area.Low), area.Rows, area.Undefined);
    }

    private static double? Form(double? area) => area is { } value ? 2 - 2 * Math.Max(0.5, value) : null;
}
