using SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Bearings;

public class EnvelopeSpectrumTests
{
    private const int Samples = 4000;
    private const double SampleHz = 2000;

    private static double[] Signal(Func<double, double> of) => [.. Enumerable.Range(0, Samples).Select(i => of(i / SampleHz))];

    [Fact]
    public void A_sine_has_its_amplitude_at_its_frequency_and_nothing_elsewhere()
    {
        var spectrum = EnvelopeSpectrum.OfSignal(Signal(t => 5 + 3 * Math.Sin(2 * Math.PI * 120 * t)), SampleHz);

        Assert.Equal(0.5, spectrum.StepHz);
        Assert.Equal(3, spectrum.Amplitudes[240], 9);
        Assert.Equal(120, spectrum.PeakHz(1, 1000));
        Assert.All(Enumerable.Range(0, spectrum.Amplitudes.Count).Where(i => i != 240), i => Assert.True(spectrum.Amplitudes[i] < 1e-9));
    }

    [Fact]
    public void The_envelope_of_a_modulated_tone_is_its_modulation_and_other_bands_do_not_matter()
    {
        var spectrum = EnvelopeSpectrum.OfEnvelope(Signal(t => (2 + 0.5 * Math.Cos(2 * Math.PI * 7 * t)) * Math.Cos(2 * Math.PI * 400 * t) + 10 * Math.Cos(2 * Math.PI * 30 * t)), SampleHz, 300, 500);

        Assert.Equal(0.5, spectrum.Amplitudes[14], 6);
        Assert.Equal(7, spectrum.PeakHz(0.5, 1000));
        Assert.True(spectrum.Amplitudes[60] < 1e-6);
    }

    [Fact]
    public void Bands_and_ranges_that_hold_nothing_are_refused()
    {
        var signal = Signal(t => t);

        Assert.Throws<ArgumentOutOfRangeException>(() => EnvelopeSpectrum.OfEnvelope(signal, SampleHz, 300, 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnvelopeSpectrum.OfEnvelope(signal, SampleHz, 300, 1001));
        Assert.Contains("every 0.5 Hz", Assert.Throws<ArgumentException>(() => EnvelopeSpectrum.OfSignal(signal, SampleHz).PeakHz(10.1, 10.2)).Message, StringComparison.Ordinal);
    }
}
