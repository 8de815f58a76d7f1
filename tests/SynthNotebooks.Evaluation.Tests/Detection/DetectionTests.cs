using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Tests.Models;

namespace SynthNotebooks.Evaluation.Tests.Detection;

public class DetectionTests
{
    [Fact]
    public void Samples_of_one_population_cannot_be_told_apart()
    {
        var study = Study(Tables.Mixed(1, 1000), Tables.Mixed(2, 1000));

        // The area's standard error is 0.013 for 1,000 rows of either: five of them fail with probability 6e-7 each.
        Assert.InRange(study.Score("detection-logistic")!.Value, 0.435, 0.565);
        Assert.InRange(study.Score("detection-boosting")!.Value, 0.435, 0.565);
    }

    [Fact]
    public void A_moved_column_is_detected_by_both_and_lost_dependence_by_trees_alone()
    {
        var real = Tables.Mixed(1, 600);
        var moved = Study(real, new([.. Tables.Mixed(2, 600).Columns.Select(column => column.Name == "x" ? new DoubleColumn("x", Array.ConvertAll(column.ToNumbers(), number => number + 2)) : column)]));
        var independent = Study(real, Tables.Mixed(2, 600, dependence: 0));

        Assert.True(moved.Score("detection-logistic") > 0.85);
        Assert.True(moved.Score("detection-boosting") > 0.85);
        Assert.True(moved.Score("detection-logistic", StudyTable.Independent) < 0.6);
        Assert.True(independent.Score("detection-boosting") > 0.7);
    }

    [Fact]
    public void The_form_of_sdmetrics_folds_areas_below_chance()
    {
        var study = Study(Tables.Mixed(1, 300), Tables.Mixed(2, 300));

        Assert.Equal(1 - (2 * Math.Max(0.5, study.Score("detection-logistic")!.Value) - 1), study.Score("detection-sdmetrics")!.Value, 1e-12);
    }

    [Fact]
    public void The_error_of_an_area_is_the_published_one()
    {
        // Area 0.5, n positives and n negatives: variance (1/4 + 2(n − 1)/12) / n².
        Assert.Equal(Math.Sqrt((0.25 + 99 / 6.0) / 1e4), AreaError.Of(0.5, 100, 100), 1e-12);
        Assert.Equal(0, AreaError.Of(1, 10, 10), 1e-12);
    }

    private static ModelStudy Study(DataFrame real, DataFrame synthetic) => Studies.Of(real, synthetic, Tables.Mixed(9, 600), new());
}
