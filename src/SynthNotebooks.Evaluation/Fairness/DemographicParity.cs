using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Utility;

namespace SynthNotebooks.Evaluation.Fairness;

/// <summary>Demographic parity difference: largest difference between groups in how often a model trained on synthetic rows favours them.</summary>
/// <remarks>0 to 1, 0 best; the ceiling is the model trained on the real table. See <see cref="GroupRates"/>. Source: Dwork et al., ITCS 2012, doi:10.1145/2090236.2090255.</remarks>
[Metric("demographic-parity", Better.Lower, Min = 0, Max = 1, Title = "Demographic parity", Learned = true, Group = MetricGroup.Fairness)]
public sealed class DemographicParity : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        var (rates, undefined) = GroupRates.Of(study, UtilityValue.Trained(table));
        if (rates is null) return Undefined(undefined);
        return new(rates.Favoured.Max() - rates.Favoured.Min(), Rows: rates.Rows);
    }
}
