using SynthNotebooks.Generators.Industry.Manufacturing.Bearings;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Bearings;

public class BearingVibrationTests
{
    private static readonly BearingVibrationOptions Long = new(Samples: 1 << 16, Unbalance: 1);

    private static readonly BearingGeometry Geometry = new(Long.Balls, Long.BallMm, Long.PitchMm);

    private static double[] Record(BearingVibrationOptions options, ulong seed = 1) =>
        ProcessTable.Of(new BearingVibrationProcess(options), "2024-01-01", "2024-01-02", seed)["acceleration"];

    private static EnvelopeSpectrum Envelope(BearingVibrationOptions options, ulong seed = 1) => EnvelopeSpectrum.OfEnvelope(Record(options, seed), options.SampleHz, 2200, 4200);

    // Height of a line above what lies around it. In noise, amplitudes are Rayleigh: 6 medians are passed with probability exp(-(6 * 1.177)^2 / 2) = 1.5e-11.
    private const double Line = 6;

    private static double Height(EnvelopeSpectrum spectrum, double hertz)
    {
        var centre = (int)Math.Round(hertz / spectrum.StepHz);
        var around = Enumerable.Range(centre - 60, 121).Where(i => i > 3).Select(i => spectrum.Amplitudes[i]).Order().ToArray();
        return Enumerable.Range(centre - 1, 3).Max(i => spectrum.Amplitudes[i]) / around[around.Length / 2];
    }

    [Theory, InlineData(BearingFault.OuterRace), InlineData(BearingFault.InnerRace), InlineData(BearingFault.Ball), InlineData(BearingFault.Cage)]
    public void A_fault_shows_at_its_frequency_in_the_envelope(BearingFault fault)
    {
        var hertz = Geometry.FaultHz(fault, Long.ShaftHz);
        var strikes = hertz * Long.Samples / Long.SampleHz;
        foreach (var seed in new ulong[] { 1, 2, 3 })
        {
            var spectrum = Envelope(Long with { Fault = fault }, seed);

            // The mean time between strikes is known to slip / sqrt(strikes); a spectrum resolves one step.
            var slack = spectrum.StepHz + NormalTolerance.Deviations * hertz * Long.Slip / Math.Sqrt(strikes);
            Assert.InRange(spectrum.PeakHz(0.6 * hertz, 1.4 * hertz), hertz - slack, hertz + slack);
            Assert.True(Height(spectrum, spectrum.PeakHz(0.9 * hertz, 1.1 * hertz)) > Line, $"{fault}: {Height(spectrum, hertz)}");
        }
    }

    [Theory, InlineData(BearingFault.OuterRace), InlineData(BearingFault.InnerRace), InlineData(BearingFault.Ball), InlineData(BearingFault.Cage)]
    public void A_sound_bearing_shows_none_of_them(BearingFault fault) =>
        Assert.True(Height(Envelope(Long), Geometry.FaultHz(fault, Long.ShaftHz)) < Line, $"{fault}");

    [Theory, InlineData(BearingFault.InnerRace, true), InlineData(BearingFault.OuterRace, false)]
    public void A_fault_that_turns_with_the_shaft_has_sidebands_of_half_its_height(BearingFault fault, bool sidebands)
    {
        var spectrum = Envelope(Long with { Fault = fault, Slip = 0, Noise = 0.01, Unbalance = 0 });
        var hertz = Geometry.FaultHz(fault, Long.ShaftHz);
        var line = Around(hertz);

        // Forces (1 + sin) / 2: each sideband has half of the line's amplitude; scalloping between two steps takes up to 36 %.
        foreach (var side in new[] { Around(hertz - Long.ShaftHz), Around(hertz + Long.ShaftHz) })
            if (sidebands) Assert.InRange(side / line, 0.5 * 0.6, 0.5 / 0.6);
            else Assert.True(side / line < 0.05, $"{side} beside {line}");

        double Around(double at) => Enumerable.Range((int)(at / spectrum.StepHz) - 1, 4).Max(i => spectrum.Amplitudes[i]);
    }

    [Fact]
    public void Unbalance_and_noise_have_their_strength()
    {
        var options = Long with { ShaftHz = 30 * 12_000.0 / 65_536, Unbalance = 0.7, Noise = 0.4 };
        var signal = Record(options);
        var spectrum = EnvelopeSpectrum.OfSignal(signal, options.SampleHz);
        var n = signal.Length;

        NormalTolerance.AssertNear(0.7, spectrum.Amplitudes[30], 0.4 * Math.Sqrt(2.0 / n), "unbalance"); // each part of an amplitude has variance 2 s² / n
        NormalTolerance.AssertNear(0.16 + 0.49 / 2, signal.Average(x => x * x), Math.Sqrt((2 * 0.16 * 0.16 + 4 * 0.16 * 0.49 / 2) / n), "power");
    }

    [Fact]
    public void A_stronger_fault_strikes_harder()
    {
        // Ringing decays within the time to the next strike: its power in the band grows with the square of the severity.
        var (weak, strong) = (Power(1), Power(3));
        Assert.InRange(strong / weak, 9 * 0.97, 9 * 1.03); // slip alone makes them differ, and it is drawn alike

        double Power(double severity) => Record(Long with { Fault = BearingFault.OuterRace, Severity = severity, Noise = 0, Unbalance = 0 }).Average(x => x * x);
    }

    [Fact]
    public void Recordings_stand_on_their_own_and_keep_their_times()
    {
        var options = new BearingVibrationOptions(Samples: 64, EveryHours: 6, Fault: BearingFault.Ball);
        var (day, more) = (ProcessTable.Of(new BearingVibrationProcess(options), "2024-01-01", "2024-01-02"), ProcessTable.Of(new BearingVibrationProcess(options), "2024-01-01", "2024-01-04"));

        Assert.Equal(4 * 64, day.Count);
        Assert.Equal(12 * 64, more.Count);
        Assert.True(more.SameAs(day, day.Count));
        Assert.Equal([0, 1, 2, 3], day["recording"].Distinct());
        for (var row = 0; row < day.Count; row++)
            Assert.Equal(ProcessTable.Seconds("2024-01-01") + 6 * 3600 * (row / 64) + row % 64 / 12_000.0, day.Times[row], 5);
    }

    [Fact]
    public void A_resonance_that_the_sampling_cannot_show_is_refused_by_its_value() =>
        Assert.Contains("7000", Assert.Throws<ArgumentOutOfRangeException>(() => new BearingVibrationProcess(new(ResonanceHz: 7000))).Message, StringComparison.Ordinal);
}
