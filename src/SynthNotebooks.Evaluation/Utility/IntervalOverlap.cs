using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Mean overlap of the 95 % confidence intervals of regression coefficients estimated from real and from synthetic rows.</summary>
/// <remarks>
/// 0 to 1, 1 best: the target on all other columns, logistic for two classes, least squares for a number. Two samples of one population overlap by about 0.7
/// to 0.8. The ceiling is a bootstrap of the real table. Source: Karr et al. 2006, doi:10.1198/000313006X124640, as synthpop reports it.
/// </remarks>
[Metric("interval-overlap", Better.Higher, Min = 0, Max = 1, Title = "Interval overlap", Learned = true, Group = MetricGroup.Utility)]
public sealed class IntervalOverlap : StudyMetric
{
    private const int MostCoefficients = 1000;

    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        if (study.NoUtility is { } reason) return Undefined(reason);
        var compared = Agreement.Compared(table);
        StudyTask real = study.Task(StudyTable.Real), other = study.Task(compared);
        if (other.Labels.Rows == 0) return Undefined($"no row has a value of '{study.Options.Target}'");
        if (real.Labels.ClassCount > 2) return Undefined($"'{study.Options.Target}' has {real.Labels.ClassCount} classes; coefficients are compared for two or for a number");
        if (study.Model(StudyTable.Real, LearnerKind.Linear).Undefined is { } missing) return Undefined(missing, other.Labels.Rows);
        var encoding = study.Once("overlap: encoding", () => LinearEncoding.Of(real.Features));
        if (encoding.Width > MostCoefficients) return Undefined($"there are {encoding.Width} coefficients; at most {MostCoefficients} are compared", other.Labels.Rows);
        return Estimates(study, StudyTable.Real, encoding).MeanOverlap(Estimates(study, compared, encoding)) is { } overlap
            ? new(overlap, Rows: other.Labels.Rows)
            : Undefined("no coefficient can be estimated", other.Labels.Rows);
    }

    internal static CoefficientEstimates Estimates(ModelStudy study, StudyTable table, LinearEncoding encoding) =>
        study.Once(("overlap", table), () => CoefficientEstimates.Of(study.Task(table).Features, study.Task(table).Labels, encoding, study.Context));
}
