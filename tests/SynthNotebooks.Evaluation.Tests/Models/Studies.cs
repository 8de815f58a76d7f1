using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Tests.Models;

/// <summary>Studies that train only what a test asks for.</summary>
internal static class Studies
{
    /// <summary>A study of four tables; the floor draws the real table's columns one by one.</summary>
    public static ModelStudy Of(DataFrame real, DataFrame synthetic, DataFrame holdout, EvaluationOptions options)
    {
        var independent = IndependentColumns.Of(real, (int)holdout.Rows.Count, options);
        return new(TableSet.Read(real, [synthetic, holdout, independent], options), 3, hasHoldout: true, options);
    }

    /// <summary>The score of a metric, by id, of one of the study's tables.</summary>
    public static double? Score(this ModelStudy study, string metric, StudyTable table = StudyTable.Synthetic) =>
        ((StudyMetric)MetricCatalog.Create(metric)).Compute(study, table).Value;

    /// <summary>Why a metric has no score.</summary>
    public static string? Reason(this ModelStudy study, string metric) => ((StudyMetric)MetricCatalog.Create(metric)).Compute(study, StudyTable.Synthetic).Undefined;
}
