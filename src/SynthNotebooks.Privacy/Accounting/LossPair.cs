namespace SynthNotebooks.Privacy;

/// <summary>Two output distributions P and Q, seen through the privacy loss ln(dP/dQ).</summary>
internal abstract class LossPair
{
    /// <summary>Ends between which the loss lies but for a mass below 1e-20 under P.</summary>
    public abstract (double Low, double High) Range { get; }

    /// <summary>Masses of losses in (low, high]; infinite ends are legal.</summary>
    public abstract (double P, double Q) Mass(double low, double high);
}
