using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>How good predictions are.</summary>
public static class PredictionScores
{
    /// <summary>Area under the ROC curve; of several classes the mean over classes of each against the rest. Null when some class, or all others, has no row.</summary>
    /// <param name="predicted">[rows, classes], see <see cref="IPredictor.Predict"/>.</param>
    /// <param name="truth">Classes.</param>
    /// <param name="leaveOutAbsent">Whether classes without a row are left out of the mean instead of making it undefined.</param>
    public static double? MeanAuc(double[] predicted, Labels truth, bool leaveOutAbsent = true)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(truth);
        var classes = truth.ClassCount;
        if (classes == 2) return AucOf(1);
        var (sum, count) = (0.0, 0);
        for (var k = 0; k < classes; k++)
        {
            if (AucOf(k) is not { } area)
            {
                if (leaveOutAbsent) continue;
                return null;
            }
            (sum, count) = (sum + area, count + 1);
        }
        return count == 0 ? null : sum / count;

        double? AucOf(int k)
        {
            var scores = new double[truth.Rows];
            for (var row = 0; row < scores.Length; row++) scores[row] = predicted[row * classes + k];
            return RocCurve.Area(scores, Array.ConvertAll(truth.Classes, label => label == k));
        }
    }

    /// <summary>1 − squared error over the variance of the truth; null when the truth is constant.</summary>
    public static double? RSquared(ReadOnlySpan<double> predicted, ReadOnlySpan<double> truth)
    {
        var mean = FixedOrderSum.Of(truth) / truth.Length;
        FixedOrderSum error = new(), scatter = new();
        for (var i = 0; i < truth.Length; i++)
        {
            error.Add((predicted[i] - truth[i]) * (predicted[i] - truth[i]));
            scatter.Add((truth[i] - mean) * (truth[i] - mean));
        }
        return scatter.Value > 0 ? 1 - error.Value / scatter.Value : null;
    }

    /// <summary>Root of the mean squared error, in the unit of the truth; null without rows.</summary>
    public static double? RootMeanSquare(ReadOnlySpan<double> predicted, ReadOnlySpan<double> truth)
    {
        var error = new FixedOrderSum();
        for (var i = 0; i < truth.Length; i++) error.Add((predicted[i] - truth[i]) * (predicted[i] - truth[i]));
        return truth.Length > 0 ? Math.Sqrt(error.Value / truth.Length) : null;
    }
}
