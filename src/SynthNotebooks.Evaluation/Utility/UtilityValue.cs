using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Train on synthetic, test on real, as values of metrics.</summary>
/// <remarks>Source: Esteban, Hyland, Rätsch, Real-valued (Medical) Time Series Generation with Recurrent Conditional GANs, 2017, arXiv:1706.02633.</remarks>
internal static class UtilityValue
{
    /// <summary>The table whose model stands for a table: held-out rows are tested on, so the real table's model is the ceiling.</summary>
    public static StudyTable Trained(StudyTable table) => table == StudyTable.Ceiling ? StudyTable.Real : table;

    /// <summary>Area under the ROC curve, or R², on held-out rows of a model trained on a table.</summary>
    public static MetricValue Score(ModelStudy study, StudyTable table, LearnerKind learner)
    {
        if (study.NoUtility is { } reason) return new(null, Undefined: reason);
        var model = study.Model(Trained(table), learner);
        if (model.Score is not { } score) return new(null, Rows: model.Rows, Undefined: model.Undefined);
        var counts = study.Test.Labels.CountClasses();
        if (counts.Length != 2) return new(score, Rows: model.Rows);
        var half = AreaError.HalfWidth(AreaError.Of(score, counts[1], counts[0]));
        return new(score, Math.Max(0, score - half), Math.Min(1, score + half), model.Rows);
    }

    /// <summary>By how much a model trained on the real table does better.</summary>
    public static MetricValue Gap(ModelStudy study, StudyTable table, LearnerKind learner)
    {
        var mine = Score(study, table, learner);
        if (mine.Value is not { } value) return mine;
        var real = study.Model(StudyTable.Real, learner);
        return real.Score is { } best ? new(best - value, Rows: mine.Rows) : new(null, Rows: mine.Rows, Undefined: real.Undefined);
    }

    /// <summary>Root of the mean squared error of a number.</summary>
    public static MetricValue Error(ModelStudy study, StudyTable table, LearnerKind learner)
    {
        if (study.NoUtility is { } reason) return new(null, Undefined: reason);
        if (study.Test.Labels.AreClasses) return new(null, Undefined: $"the target '{study.Options.Target}' is a category; its scores are areas under the ROC curve");
        var model = study.Model(Trained(table), learner);
        return new(model.Error, Rows: model.Rows, Undefined: model.Undefined);
    }
}
