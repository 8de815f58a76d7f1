namespace SynthNotebooks.Contracts;

/// <summary>How long an attack takes; a battery runs the cheap ones first.</summary>
public enum AttackCost
{
    /// <summary>Distances, which several attacks share.</summary>
    Distances,

    /// <summary>Fits densities or classifiers to the tables.</summary>
    Learning,

    /// <summary>Fits the generator once more.</summary>
    OneFit,

    /// <summary>Fits the generator many times; the fits are shared.</summary>
    ManyFits,
}
