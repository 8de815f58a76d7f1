using SynthNotebooks.Evaluation.Detection;
using SynthNotebooks.Evaluation.Utility;

namespace SynthNotebooks.Evaluation.Models;

/// <summary>Trains everything that the metrics will ask for, side by side, the longest first.</summary>
internal static class StudyPlan
{
    private static readonly StudyTable[] Compared = [StudyTable.Synthetic, StudyTable.Ceiling, StudyTable.Independent];

    public static void Run(ModelStudy study)
    {
        var work = new List<Action>();
        if (study.NoUtility is null)
        {
            foreach (var table in Compared) _ = study.Task(UtilityValue.Trained(table));
            _ = study.Task(StudyTable.Resampled);
            foreach (var table in Compared) work.Add(() => study.Augmented(Agreement.Compared(table)));
            foreach (var learner in new[] { LearnerKind.Boosting, LearnerKind.Forest })
                foreach (var table in Compared) work.Add(() => study.Model(UtilityValue.Trained(table), learner));
            work.Add(() => study.Model(StudyTable.Resampled, LearnerKind.Boosting));
        }
        foreach (var learner in new[] { LearnerKind.Boosting, LearnerKind.Linear })
            foreach (var table in Compared) work.Add(() => ClassifierTest.Of(study, table, learner));
        foreach (var table in Compared) work.Add(() => PropensityFit.Of(study, table));
        if (study.NoUtility is null)
        {
            foreach (var learner in new[] { LearnerKind.Linear, LearnerKind.Tree })
                foreach (var table in Compared) work.Add(() => study.Model(UtilityValue.Trained(table), learner));
            var overlap = new IntervalOverlap();
            foreach (var table in Compared) work.Add(() => overlap.Compute(study, table));
        }
        // One item at a time: the items differ in length by two orders of magnitude.
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(work, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
            Reading.TableSet.Parallelism(study.Options), item => item());
    }
}
