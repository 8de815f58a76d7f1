namespace SynthNotebooks.Privacy;

/// <summary>Sensitivity of real numbers put on a <see cref="PublicGrid"/>, in steps of the grid with the rounding counted in.</summary>
public sealed record GridSensitivity : IntegerSensitivity
{
    private GridSensitivity(PublicGrid grid, long l1, long squaredL2, NeighbouringRelation relation) : base(l1, squaredL2, relation) => Grid = grid;

    /// <summary>The grid whose steps are counted.</summary>
    public PublicGrid Grid { get; }

    /// <summary>Sensitivity of a vector of real queries that are rounded to the grid after they were computed.</summary>
    /// <param name="grid">Where each coordinate is put.</param>
    /// <param name="l1">Largest sum of absolute changes of the numbers as computed, floating-point error included; above 0.</param>
    /// <param name="l2">Largest Euclidean change, above 0, at most l1.</param>
    /// <param name="dimensions">Length of the vector, at least 1.</param>
    /// <param name="relation">Between which tables.</param>
    /// <remarks>Rounding adds at most one step to the change of a coordinate: L1 grows by <c>dimensions</c> steps, L2 by its root.</remarks>
    public static GridSensitivity OfQuery(PublicGrid grid, double l1, double l2, int dimensions, NeighbouringRelation relation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (!(l1 > 0 && double.IsFinite(l1))) throw new ArgumentOutOfRangeException(nameof(l1), l1, "An L1 sensitivity must be positive and finite.");
        if (!(l2 > 0 && l2 <= l1)) throw new ArgumentOutOfRangeException(nameof(l2), l2, "An L2 sensitivity must be positive and at most the L1 sensitivity.");
        var steps = Math.Floor(l1 / grid.Step) + dimensions; // both are exact: a step is a power of two
        if (steps > int.MaxValue) throw new ArgumentOutOfRangeException(nameof(l1), l1, $"The sensitivity is over {int.MaxValue} steps of {grid.Step:R}; take a coarser grid.");
        var root = Math.BitIncrement(Math.BitIncrement(l2 / grid.Step + Math.Sqrt(dimensions)));
        var squared = Math.Min((long)Math.Ceiling(Math.BitIncrement(root * root)), (long)steps * (long)steps);
        return new(grid, (long)steps, squared, relation);
    }

    /// <summary>Sensitivity of a sum of records, each clamped and rounded to the grid before the (exact, integer) sum: see <see cref="PublicGrid.Sum"/>.</summary>
    /// <param name="grid">Where each record is put.</param>
    /// <param name="relation">Adding or removing moves the sum by the largest magnitude, replacing by the width.</param>
    public static GridSensitivity OfSum(PublicGrid grid, NeighbouringRelation relation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var steps = relation is ReplaceOne ? grid.HighSteps - grid.LowSteps : Math.Max(Math.Abs(grid.LowSteps), Math.Abs(grid.HighSteps));
        return new(grid, steps, checked(steps * steps), relation);
    }
}
