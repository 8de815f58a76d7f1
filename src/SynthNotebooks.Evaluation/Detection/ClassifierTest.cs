using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Detection;

/// <summary>Classifier two-sample test: how well a model tells real rows from others.</summary>
/// <param name="Area">Mean over folds and divisions of the area under the ROC curve on rows left out of training; 0.5 is chance.</param>
/// <param name="Error">Standard error of the area (Hanley, McNeil 1982) as if the folds were one test.</param>
/// <param name="RowsEach">Rows of either table, drawn at random.</param>
/// <remarks>
/// As many rows of either table, at most <see cref="MostRows"/>, in three folds that have as many of either; small tables are divided anew up to four times,
/// because one division of a few hundred rows moves the area by 0.02. Cost: three models on two thirds of the rows a division. Source: Lopez-Paz, Oquab, Revisiting Classifier Two-Sample Tests, ICLR 2017, arXiv:1610.06545.
/// </remarks>
internal sealed record ClassifierTest(double Area, double Error, int RowsEach)
{
    public const int MostRows = 10_000;
    private const int Folds = 3;
    private const int MostDivisions = 4;
    private const int FewestRows = 2 * Folds;

    /// <summary>The test of a table, done once; null when a table has too few rows.</summary>
    public static ClassifierTest? Of(ModelStudy study, StudyTable table, LearnerKind learner) =>
        Math.Min(study.Rows(StudyTable.Real), study.Rows(table)) < FewestRows ? null : study.Once(("detection", table, learner), () => Measure(study, table, learner));

    public static string TooFew => $"each table needs at least {FewestRows} rows";

    private static ClassifierTest Measure(ModelStudy study, StudyTable table, LearnerKind learner)
    {
        FeatureTable real = study.Table(StudyTable.Real), other = study.Table(table);
        var random = new SplitRandom(study.Options.Seed).Split("detection");
        var each = Math.Min(MostRows, Math.Min(real.Rows, other.Rows));
        var both = StudyTask.Joined(
            real.Take(RowDraw.Of(real.Rows, each, random.Split("real"))), other.Take(RowDraw.Of(other.Rows, each, random.Split("other"))));
        var divisions = Math.Clamp(MostRows / (2 * each), 1, MostDivisions);
        var sum = new FixedOrderSum();
        for (var division = 0; division < divisions; division++)
        {
            var folds = FoldsOf(each, random.Split((ulong)division));
            for (var fold = 0; fold < Folds; fold++) sum.Add(AreaOf(both, folds, fold, learner, study.Context));
        }
        var area = sum.Value / (Folds * divisions);
        return new(area, AreaError.Of(area, each, each), each);
    }

    // A fold for each row: the real ones, then the others, each spread evenly.
    private static int[] FoldsOf(int each, SplitRandom random)
    {
        var folds = new int[2 * each];
        for (var row = 0; row < folds.Length; row++) folds[row] = row % each % Folds;
        random.Split("real").Shuffle(folds.AsSpan(0, each));
        random.Split("other").Shuffle(folds.AsSpan(each));
        return folds;
    }

    private static double AreaOf(FeatureTable both, int[] folds, int fold, LearnerKind learner, TrainingContext context)
    {
        int[] all = [.. Enumerable.Range(0, folds.Length)];
        var (test, train) = (Array.FindAll(all, row => folds[row] == fold), Array.FindAll(all, row => folds[row] != fold));
        var predicted = ModelStudy.Learner(learner).Train(both.Take(train), IsReal(train), context).Predict(both.Take(test), context);
        return PredictionScores.MeanAuc(predicted, IsReal(test))!.Value;

        Labels IsReal(int[] rows) => Labels.OfClasses(Array.ConvertAll(rows, row => row < folds.Length / 2 ? 1 : 0), 2);
    }
}
