namespace SynthNotebooks.Evaluation.Time;

/// <summary>Share of a series' variance in each of 65 bands of frequency, from 0 to half a cycle a point.</summary>
/// <remarks>Blackman and Tukey's estimate with Parzen's window, which keeps it from falling below 0. O(n · lags). Source: Parzen, Technometrics 3(2), 1961, doi:10.1080/00401706.1961.10489939.</remarks>
internal static class SpectralEstimate
{
    private const int Half = 64;

    /// <param name="autocorrelation">At lags 1 to a number; all of them enter.</param>
    /// <returns>65 shares that sum to 1.</returns>
    public static double[] Of(double[] autocorrelation)
    {
        var cosines = Cosines();
        var density = new double[Half + 1];
        var total = 0.0;
        for (var band = 0; band <= Half; band++)
        {
            var sum = 1.0;
            for (var lag = 1; lag <= autocorrelation.Length; lag++)
                sum += 2 * Window((double)lag / (autocorrelation.Length + 1)) * autocorrelation[lag - 1] * cosines[band * lag % (2 * Half)];
            total += density[band] = Math.Max(0, sum);
        }
        for (var band = 0; band <= Half; band++) density[band] /= total;
        return density;
    }

    private static double Window(double u) => u <= 0.5 ? 1 - 6 * u * u * (1 - u) : 2 * (1 - u) * (1 - u) * (1 - u);

    // cos(π t / 64) by halving the right angle and Chebyshev's recursion: the same bits on every machine.
    private static double[] Cosines()
    {
        var first = 0.0;
        for (var parts = 2; parts < Half; parts *= 2) first = Math.Sqrt((1 + first) / 2);
        var cosines = new double[2 * Half];
        (cosines[0], cosines[1]) = (1, first);
        for (var t = 2; t < cosines.Length; t++) cosines[t] = 2 * first * cosines[t - 1] - cosines[t - 2];
        return cosines;
    }
}
