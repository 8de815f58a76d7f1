using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Size and strictness of a <see cref="SynthesizerAudit"/>.</summary>
/// <param name="Epsilon">ε of each release. Default 1; legal 0.001 to 50.</param>
/// <param name="Trials">Most runs a side that count; as many more learn the attack. Default 20000; legal 100 to 10000000.</param>
/// <param name="Seconds">Time after which no further run starts, once 100 runs a side count. Default 60; legal 1 to 1000000.</param>
/// <param name="Delta">δ of each release. Default 1e-5; legal 1e-12 to 0.1.</param>
/// <param name="Confidence">Of the lower bound. Default 0.95; legal 0.5 to 0.999999999999.</param>
public sealed record SynthesizerAuditOptions(double Epsilon = 1, int Trials = 20_000, double Seconds = 60, double Delta = 1e-5, double Confidence = 0.95)
{
    internal void Check()
    {
        Require.InRange(Epsilon, 1e-3, 50);
        Require.InRange(Trials, 100, 10_000_000);
        Require.InRange(Seconds, 1, 1e6);
        Require.InRange(Delta, 1e-12, 0.1);
        Require.InRange(Confidence, 0.5, 0.999999999999);
    }
}
