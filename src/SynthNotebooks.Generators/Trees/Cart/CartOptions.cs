using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Options of <see cref="CartGenerator"/>.</summary>
/// <param name="MinimumLeaf">Fewest training rows in a leaf. More is smoother and copies less. Default 20; legal 1 to 1000000.</param>
/// <param name="Smoothing">Weight of the node above in every leaf, in rows; 0 chooses for each column by rows held out. More copies less and blurs more. Default 0; legal 0 to 1000000.</param>
/// <param name="Complexity">Least share of a column's impurity that a split must remove. Default 0.00001; legal 0 to 1.</param>
/// <param name="MaximumDepth">Most splits on the way to a leaf. Default 30; legal 1 to 64.</param>
/// <param name="Bins">Most bins that numbers are cut into; 0 chooses by the number of rows. Default 0; legal 0 to 255.</param>
/// <param name="Order">Order in which columns are made. Default fewest-states.</param>
/// <param name="First">Columns that are made before all others, separated by commas, so that conditions on them are met exactly. Default none.</param>
public sealed record CartOptions(int MinimumLeaf = 20, double Smoothing = 0, double Complexity = 0.00001, int MaximumDepth = 30, int Bins = 0, CartOrder Order = CartOrder.FewestStates, string First = "")
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(MinimumLeaf, 1, 1_000_000);
        Require.InRange(Smoothing, 0, 1_000_000);
        Require.InRange(Complexity, 0, 1);
        Require.InRange(MaximumDepth, 1, 64);
        Require.InRange(Bins, 0, 255);
        ArgumentNullException.ThrowIfNull(First);
    }
}
