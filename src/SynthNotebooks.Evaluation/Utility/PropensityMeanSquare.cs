using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>pMSE: mean squared distance of propensity scores from the share of synthetic rows.</summary>
/// <remarks>0 to 0.25 for tables of one size (0.25 when they are told apart perfectly), 0 best. Source: see <see cref="PropensityFit"/>.</remarks>
[Metric("pmse", Better.Lower, Min = 0, Max = 1, Title = "pMSE", Learned = true, Group = MetricGroup.Utility)]
public sealed class PropensityMeanSquare : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        var fit = PropensityFit.Of(study, table);
        return new(fit.MeanSquare, Rows: fit.Rows);
    }
}
