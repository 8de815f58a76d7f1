namespace SynthNotebooks.Generators.Industry.Manufacturing.Degradation;

/// <summary>How wear goes on.</summary>
public enum DegradationPath
{
    /// <summary>A Wiener process with drift: wear may be seen to fall back; the time to a threshold is inverse Gaussian.</summary>
    Wiener,

    /// <summary>A gamma process: wear only grows.</summary>
    Gamma,
}
