using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Models;

namespace SynthNotebooks.Evaluation.Detection;

/// <summary>The area of a classifier test as a metric's value.</summary>
internal static class DetectionValue
{
    public static MetricValue Of(ModelStudy study, StudyTable table, LearnerKind learner)
    {
        if (ClassifierTest.Of(study, table, learner) is not { } test) return new(null, Undefined: ClassifierTest.TooFew);
        var half = AreaError.HalfWidth(test.Error);
        return new(test.Area, Math.Max(0, test.Area - half), Math.Min(1, test.Area + half), test.RowsEach);
    }
}
