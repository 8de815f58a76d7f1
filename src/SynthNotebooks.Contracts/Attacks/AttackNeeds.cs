namespace SynthNotebooks.Contracts;

/// <summary>What an attack cannot do without, beyond the synthetic table and candidates.</summary>
[Flags]
public enum AttackNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Real rows that are no candidates.</summary>
    Reference = 1,

    /// <summary>Fitting the generator again.</summary>
    Refit = 2,

    /// <summary>A model that tells densities, see <see cref="IDensity"/>.</summary>
    Density = 4,

    /// <summary>A model that consists of measurements, see <see cref="IMeasured"/>.</summary>
    Measurements = 8,
}
