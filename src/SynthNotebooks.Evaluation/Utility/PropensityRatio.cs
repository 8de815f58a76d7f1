using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>pMSE ratio: pMSE over what two samples of one population would give.</summary>
/// <remarks>At least 0; about 1 is what fresh real rows give and the aim. Source: see <see cref="PropensityFit"/>.</remarks>
[Metric("pmse-ratio", Better.Lower, Min = 0, Title = "pMSE ratio", Learned = true, Group = MetricGroup.Utility)]
public sealed class PropensityRatio : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        var fit = PropensityFit.Of(study, table);
        return fit.Expected > 0 ? new(fit.MeanSquare / fit.Expected, Rows: fit.Rows) : Undefined("no column varies", fit.Rows);
    }
}
