using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Utility;

namespace SynthNotebooks.Evaluation.Fairness;

/// <summary>Equalised odds difference: the larger of the differences between groups in true positive and in false positive rate.</summary>
/// <remarks>0 to 1, 0 best; the ceiling is the model trained on the real table. See <see cref="GroupRates"/>. Source: Hardt, Price, Srebro, NIPS 2016, arXiv:1610.02413.</remarks>
[Metric("equalised-odds", Better.Lower, Min = 0, Max = 1, Title = "Equalised odds", Learned = true, Group = MetricGroup.Fairness)]
public sealed class EqualisedOdds : StudyMetric
{
    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        var (rates, undefined) = GroupRates.Of(study, UtilityValue.Trained(table));
        if (rates is null) return Undefined(undefined);
        return GroupRates.Spread(rates.TruePositive) is { } trues && GroupRates.Spread(rates.FalsePositive) is { } falses
            ? new(Math.Max(trues, falses), Rows: rates.Rows)
            : Undefined("fewer than two groups have held-out rows of both classes", rates.Rows);
    }
}
