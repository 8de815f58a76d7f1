namespace SynthNotebooks.Generators.Trees;

/// <summary>Order in which sequential trees make columns.</summary>
public enum CartOrder
{
    /// <summary>Columns of few states (categories, spikes) before those of many.</summary>
    FewestStates,

    /// <summary>Columns of many states before those of few.</summary>
    MostStates,

    /// <summary>As they stand in the table.</summary>
    Table,
}
