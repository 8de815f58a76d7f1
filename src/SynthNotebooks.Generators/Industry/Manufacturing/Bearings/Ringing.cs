using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>The decaying oscillation of a structure after a strike.</summary>
internal sealed class Ringing
{
    private const double Silence = 1e-3; // of the first peak; what follows is left out

    private readonly double _sampleHz, _angular, _decay;

    /// <param name="hertz">Natural frequency.</param>
    /// <param name="damping">Damping ratio, above 0 and below 1.</param>
    /// <param name="sampleHz">Samples a second.</param>
    public Ringing(double hertz, double damping, double sampleHz)
    {
        _sampleHz = sampleHz;
        _decay = 2 * Math.PI * hertz * damping;
        _angular = 2 * Math.PI * hertz * Math.Sqrt(1 - damping * damping);
        Seconds = -PortableMath.Log(Silence) / _decay;
    }

    /// <summary>How long it is heard.</summary>
    public double Seconds { get; }

    /// <summary>Adds one ringing that begins at a time, before the recording or in it.</summary>
    public void Add(double[] signal, double time, double amplitude)
    {
        var first = (int)Math.Ceiling(Math.Max(0, time * _sampleHz));
        var last = (int)Math.Min(signal.Length - 1, (time + Seconds) * _sampleHz);
        for (var i = first; i <= last; i++)
        {
            var since = i / _sampleHz - time;
            signal[i] += amplitude * PortableMath.Exp(-_decay * since) * Waves.Sin(_angular * since);
        }
    }
}
