namespace SynthNotebooks.Generators.Industry.Manufacturing.Supply;

/// <summary>When and how much is ordered; the position is what is on hand and on order less what customers wait for.</summary>
public enum InventoryPolicy
{
    /// <summary>At the reorder point or below, a fixed quantity, as often as needed to rise above the point.</summary>
    ReorderPoint,

    /// <summary>At the reorder point or below, up to the order-up-to level.</summary>
    MinMax,

    /// <summary>Every day up to the order-up-to level.</summary>
    BaseStock,
}
