using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>Amplitudes of a recording, and of its envelope in a band, by frequency; the second shows the frequency at which a fault strikes.</summary>
/// <remarks>The envelope is the modulus of the analytic signal of the band, its mean taken off; source: Randall, Antoni, 2011, doi:10.1016/j.ymssp.2010.07.017.</remarks>
public sealed class EnvelopeSpectrum
{
    private EnvelopeSpectrum(double stepHz, double[] amplitudes) => (StepHz, Amplitudes) = (stepHz, amplitudes);

    /// <summary>Hz from one amplitude to the next; the first belongs to 0 Hz.</summary>
    public double StepHz { get; }

    /// <summary>In the signal's unit.</summary>
    public IReadOnlyList<double> Amplitudes { get; }

    /// <summary>Of the signal itself. Cost: O(n log n).</summary>
    /// <param name="signal">At least 2 samples, finite.</param>
    /// <param name="sampleHz">Samples a second, positive.</param>
    public static EnvelopeSpectrum OfSignal(IReadOnlyList<double> signal, double sampleHz)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal.Count, 2, nameof(signal));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleHz);
        var mean = signal.Average();
        Complex[] spectrum = [.. signal.Select(value => new Complex(value - mean, 0))];
        Fourier.Forward(spectrum, FourierOptions.AsymmetricScaling); // sums; a sine's is half its amplitude times the samples
        return new(sampleHz / signal.Count, [.. spectrum.Take(signal.Count / 2 + 1).Select(value => 2 * value.Magnitude / signal.Count)]);
    }

    /// <summary>Of the envelope of a band. Cost: O(n log n).</summary>
    /// <param name="signal">At least 2 samples, finite.</param>
    /// <param name="sampleHz">Samples a second, positive.</param>
    /// <param name="lowHz">Lower end of the band, 0 or more.</param>
    /// <param name="highHz">Upper end, above the lower and at most half the sampling rate.</param>
    public static EnvelopeSpectrum OfEnvelope(IReadOnlyList<double> signal, double sampleHz, double lowHz, double highHz)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentOutOfRangeException.ThrowIfLessThan(signal.Count, 2, nameof(signal));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleHz);
        ArgumentOutOfRangeException.ThrowIfNegative(lowHz);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highHz, lowHz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(highHz, sampleHz / 2);
        Complex[] spectrum = [.. signal.Select(value => new Complex(value, 0))];
        Fourier.Forward(spectrum, FourierOptions.AsymmetricScaling);
        for (var i = 0; i < spectrum.Length; i++)
        {
            var hertz = i * sampleHz / spectrum.Length;
            spectrum[i] = hertz >= lowHz && hertz <= highHz && i <= spectrum.Length / 2 ? 2 * spectrum[i] : Complex.Zero;
        }
        Fourier.Inverse(spectrum, FourierOptions.AsymmetricScaling);
        return OfSignal([.. spectrum.Select(value => value.Magnitude)], sampleHz);
    }

    /// <summary>The frequency in Hz of the largest amplitude between two frequencies.</summary>
    /// <exception cref="ArgumentException">No amplitude lies between them.</exception>
    public double PeakHz(double fromHz, double toHz)
    {
        var (first, last) = ((int)Math.Ceiling(fromHz / StepHz), Math.Min(Amplitudes.Count - 1, (int)Math.Floor(toHz / StepHz)));
        if (first > last) throw new ArgumentException(FormattableString.Invariant($"No frequency of the spectrum lies between {fromHz} and {toHz} Hz; it has one every {StepHz} Hz up to {StepHz * (Amplitudes.Count - 1)} Hz."), nameof(fromHz));
        var best = first;
        for (var i = first + 1; i <= last; i++)
            if (Amplitudes[i] > Amplitudes[best]) best = i;
        return best * StepHz;
    }
}
