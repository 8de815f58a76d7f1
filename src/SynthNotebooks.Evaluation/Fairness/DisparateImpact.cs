using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Utility;

namespace SynthNotebooks.Evaluation.Fairness;

/// <summary>Disparate impact: how often the least favoured group is favoured, over how often the most favoured one is.</summary>
/// <remarks>0 to 1, 1 best, below 0.8 is commonly taken as adverse; the ceiling is the model trained on the real table. See <see cref="GroupRates"/>. Source: Feldman et al., KDD 2015, doi:10.1145/2783258.2783311.</remarks>
[Metric("disparate-impact", Better.Higher, Min = 0, Max = 1, Title = "Disparate impact", Learned = true, Group = MetricGroup.Fairness)]
public sealed class DisparateImpact : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        var (rates, undefined) = GroupRates.Of(study, UtilityValue.Trained(table));
        if (rates is null) return Undefined(undefined);
        return rates.Favoured.Max() > 0 ? new(rates.Favoured.Min() / rates.Favoured.Max(), Rows: rates.Rows) : Undefined("the model favours no row of any group", rates.Rows);
    }
}
