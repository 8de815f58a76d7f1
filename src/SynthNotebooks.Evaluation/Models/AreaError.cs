namespace SynthNotebooks.Evaluation.Models;

/// <summary>Standard error of an area under the ROC curve.</summary>
internal static class AreaError
{
    /// <param name="area">0 to 1.</param>
    /// <param name="positives">At least 1.</param>
    /// <param name="negatives">At least 1.</param>
    /// <remarks>Source: Hanley, McNeil, Radiology 143(1), 1982, doi:10.1148/radiology.143.1.7063747.</remarks>
    public static double Of(double area, double positives, double negatives)
    {
        var squared = area * area;
        double q1 = area / (2 - area), q2 = 2 * squared / (1 + area);
        var variance = (area * (1 - area) + (positives - 1) * (q1 - squared) + (negatives - 1) * (q2 - squared)) / (positives * negatives);
        return Math.Sqrt(Math.Max(0, variance));
    }

    /// <summary>Half the width of the 95 % interval.</summary>
    public static double HalfWidth(double error) => 1.959963984540054 * error;
}
