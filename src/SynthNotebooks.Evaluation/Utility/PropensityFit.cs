using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Utility;

/// <summary>Propensity scores: a logistic regression of all columns that tells real rows from others, judged on the rows it was fitted on.</summary>
/// <param name="MeanSquare">Mean squared distance of the scores from the share of the other table's rows.</param>
/// <param name="Expected">What it would be for two samples of one population.</param>
/// <param name="Rows">Rows of the other table.</param>
/// <remarks>
/// At most 10,000 rows of either table. Source: Snoke, Raab, Nowok, Dibben, Slavkovic, General and specific utility measures for synthetic data, JRSS A
/// 181(3), 2018, doi:10.1111/rssa.12358: the null expectation is (k − 1)(1 − c)²c / N for k coefficients, constant included.
/// </remarks>
internal sealed record PropensityFit(double MeanSquare, double Expected, int Rows)
{
    private const int MostRows = 10_000;
    private const double Penalty = 1e-3; // as good as none, and finite weights when tables are told apart perfectly

    public static PropensityFit Of(ModelStudy study, StudyTable table) => study.Once(("propensity", table), () => Fit(study, table));

    private static PropensityFit Fit(ModelStudy study, StudyTable table)
    {
        FeatureTable real = study.Table(StudyTable.Real), other = study.Table(table);
        var random = new SplitRandom(study.Options.Seed).Split("propensity");
        real = real.Take(RowDraw.Of(real.Rows, MostRows, random.Split("real")));
        other = other.Take(RowDraw.Of(other.Rows, MostRows, random.Split("other")));
        var both = StudyTask.Joined(real, other);
        var labels = Labels.OfClasses([.. new int[real.Rows], .. Enumerable.Repeat(1, other.Rows)], 2);
        var model = new LinearLearner(Penalty).Train(both, labels, study.Context);
        var predicted = model.Predict(both, study.Context);
        var share = (double)other.Rows / both.Rows;
        var sum = new FixedOrderSum();
        for (var row = 0; row < both.Rows; row++) sum.Add((predicted[2 * row + 1] - share) * (predicted[2 * row + 1] - share));
        var coefficients = both.Columns.Sum(Coefficients);
        return new(sum.Value / both.Rows, coefficients * (1 - share) * (1 - share) * share / both.Rows, other.Rows);
    }

    // Columns of the model beyond the constant: one category is the reference.
    private static int Coefficients(FeatureColumn column)
    {
        if (column.IsCategory) return column.Codes.Distinct().Count() - 1;
        var present = column.Numbers.Where(number => !double.IsNaN(number)).ToArray();
        var varies = present.Length > 0 && Array.Exists(present, number => number != present[0]);
        return (varies ? 1 : 0) + (present.Length > 0 && present.Length < column.Rows ? 1 : 0);
    }
}
