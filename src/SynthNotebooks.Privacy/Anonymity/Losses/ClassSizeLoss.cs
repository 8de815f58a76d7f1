namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Average class size: rows divided by the number of released classes.</summary>
/// <remarks>Unit: rows; divide by k for the normalised form. All rows count, so that suppression is no gain; a release without rows has one class. Source: LeFevre, DeWitt, Ramakrishnan, ICDE 2006, doi:10.1109/ICDE.2006.101.</remarks>
/// <param name="countSuppression">Whether suppressed classes count as lost; without it they count as classes.</param>
public sealed class ClassSizeLoss(bool countSuppression = true) : LossMetric(countSuppression)
{
    /// <inheritdoc/>
    public override string Id => "class-size";

    internal override double Bound(LossState state) => Average(state, all: true);

    internal override double Loss(LossState state) => Average(state, all: !CountSuppression);

    private static double Average(LossState state, bool all)
    {
        var classes = 0;
        for (var group = 0; group < state.Classes.Count; group++)
            if (state.Classes.Sizes[group] > 0 && (all || state.Kept[group])) classes++;
        return (double)state.Table.Rows / Math.Max(1, classes);
    }
}
