using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Detection;

/// <summary>Classifier two-sample test: how well a model tells real rows from others.</summary>
/// <param name="Area">Mean over folds of the area under the ROC curve on rows left out of training; 0.5 is chance.</param>
/// <param name="Error">Standard error of the area (Hanley, McNeil 1982) as if the folds were one test.</param>
/// <param name="RowsEach">Rows of either table, drawn at random.</param>
/// <remarks>
/// As many rows of either table, at most <see cref="MostRows"/>, in three folds that have as many of either. Cost: three models on two thirds of the
/// rows. Source: Lopez-Paz, Oquab, Revisiting Classifier Two-Sample Tests, ICLR 2017, arXiv:1610.06545.
/// </remarks>
internal sealed record ClassifierTest(double Area, double Error, int RowsEach)
{
    public const int MostRows = 10_000;
    private const int Folds = 3;
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
        var both = StudyTask.Joined(real.Take(Drawn(real.Rows, each, random.Split("real"))), other.Take(Drawn(other.Rows, each, random.Split("other"))));
        var sum = new FixedOrderSum();
        for (var fold = 0; fold < Folds; fold++) sum.Add(AreaOf(both, each, fold, learner, study.Context));
        var area = sum.Value / Folds;
        return new(area, AreaError.Of(area, each, each), each);
    }

    // Rows are in random order, so every third one is a random fold.
    private static double AreaOf(FeatureTable both, int each, int fold, LearnerKind learner, TrainingContext context)
    {
        int[] all = [.. Enumerable.Range(0, 2 * each)];
        var test = Array.FindAll(all, row => row % each % Folds == fold);
        var train = Array.FindAll(all, row => row % each % Folds != fold);
        var model = ModelStudy.Learner(learner).Train(both.Take(train), Labels.OfClasses(Array.ConvertAll(train, row => row < each ? 1 : 0), 2), context);
        var predicted = model.Predict(both.Take(test), context);
        return PredictionScores.MeanAuc(predicted, Labels.OfClasses(Array.ConvertAll(test, row => row < each ? 1 : 0), 2))!.Value;
    }

    private static int[] Drawn(int available, int count, SplitRandom random)
    {
        var rows = RowDraw.Of(available, count, random.Split("draw"));
        random.Split("order").Shuffle(rows.AsSpan());
        return rows;
    }
}
