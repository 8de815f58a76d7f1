using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Spearman correlation of the columns' importances in boosted trees trained on real and on synthetic rows.</summary>
/// <remarks>−1 to 1, 1 best. Importance is the share of a column in the gain of all splits. The ceiling is a bootstrap of the real table.</remarks>
[Metric("importance-agreement", Better.Higher, Min = -1, Max = 1, Title = "Importance agreement", Learned = true, Group = MetricGroup.Utility)]
public sealed class ImportanceAgreement : StudyMetric
{
    private const int Fewest = 3;

    internal override MetricValue Compute(ModelStudy study, StudyTable table)
    {
        if (study.NoUtility is { } reason) return Undefined(reason);
        StudyModel real = study.Model(StudyTable.Real, LearnerKind.Boosting), other = study.Model(Agreement.Compared(table), LearnerKind.Boosting);
        if ((real.Undefined ?? other.Undefined) is { } missing) return Undefined(missing, other.Rows);
        if (real.Importances.Count < Fewest) return Undefined($"{real.Importances.Count} columns predict; ranks of {Fewest} or more are compared", other.Rows);
        return Agreement.Spearman(real.Importances, other.Importances) is { } rank ? new(rank, Rows: other.Rows) : Undefined("a model uses no column more than another", other.Rows);
    }
}
