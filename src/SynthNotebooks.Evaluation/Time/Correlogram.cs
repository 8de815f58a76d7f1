using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Correlations of series with their own and each other's past.</summary>
/// <remarks>Divided by the whole length, so that the matrix of autocorrelations is positive. Source: Box, Jenkins, Reinsel, Ljung, Time Series Analysis, 5th ed. 2015, chapters 2, 3 and 12.</remarks>
internal static class Correlogram
{
    /// <summary>Most lags that are compared.</summary>
    public const int MostLags = 24;

    /// <summary>Lags that two series can be compared at: at most 24 and a quarter of the shorter one.</summary>
    public static int Lags(double[] a, double[] b) => Math.Min(MostLags, Math.Min(a.Length, b.Length) / 4);

    /// <summary>Autocorrelation at lags 1 to a number.</summary>
    /// <param name="series">Not constant.</param>
    /// <param name="lags">Below the length.</param>
    public static double[] Autocorrelation(double[] series, int lags)
    {
        var centred = Centred(series, out var power);
        var values = new double[lags];
        for (var lag = 1; lag <= lags; lag++) values[lag - 1] = Product(centred, centred, lag) / power;
        return values;
    }

    /// <summary>Partial autocorrelation at lags 1, 2, ... from the autocorrelation, by Durbin's and Levinson's recursion.</summary>
    public static double[] Partial(double[] autocorrelation)
    {
        var partial = new double[autocorrelation.Length];
        double[] weights = new double[partial.Length], last = new double[partial.Length];
        var error = 1.0;
        for (var k = 0; k < partial.Length && error > 1e-12; k++) // a series without error has nothing left to explain
        {
            var rest = autocorrelation[k];
            for (var j = 0; j < k; j++) rest -= last[j] * autocorrelation[k - 1 - j];
            partial[k] = rest / error;
            weights[k] = partial[k];
            for (var j = 0; j < k; j++) weights[j] = last[j] - partial[k] * last[k - 1 - j];
            Array.Copy(weights, last, k + 1);
            error *= 1 - partial[k] * partial[k];
        }
        return partial;
    }

    /// <summary>Correlation of one series with another, at lags −<paramref name="lags"/> to <paramref name="lags"/>.</summary>
    public static double[] Cross(double[] a, double[] b, int lags)
    {
        double[] first = Centred(a, out var powerA), second = Centred(b, out var powerB);
        var scale = Math.Sqrt(powerA) * Math.Sqrt(powerB);
        var values = new double[2 * lags + 1];
        for (var lag = -lags; lag <= lags; lag++) values[lag + lags] = (lag < 0 ? Product(second, first, -lag) : Product(first, second, lag)) / scale;
        return values;
    }

    /// <summary>Mean |difference| of two rows of values.</summary>
    public static double MeanDifference(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += Math.Abs(a[i] - b[i]);
        return sum / a.Length;
    }

    /// <summary>Deviations from the mean, and the sum of their squares.</summary>
    public static double[] Centred(double[] series, out double power)
    {
        var mean = FixedOrderSum.Of(series) / series.Length;
        var centred = Array.ConvertAll(series, value => value - mean);
        power = Product(centred, centred, 0);
        return centred;
    }

    private static double Product(double[] a, double[] b, int lag)
    {
        var sum = 0.0;
        for (var t = 0; t + lag < a.Length; t++) sum += a[t] * b[t + lag];
        return sum;
    }
}
