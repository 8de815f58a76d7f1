namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>Where a bearing is damaged.</summary>
public enum BearingFault
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>On the race that stands still.</summary>
    OuterRace,

    /// <summary>On the race that turns with the shaft, so that the load on the damage comes and goes with each turn.</summary>
    InnerRace,

    /// <summary>On a rolling element, which the cage carries through the loaded zone.</summary>
    Ball,

    /// <summary>On the cage.</summary>
    Cage,
}
