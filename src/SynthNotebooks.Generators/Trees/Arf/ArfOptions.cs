using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Options of <see cref="ArfGenerator"/>.</summary>
/// <param name="Trees">Number of trees. More is finer, slower and larger. Default 10; legal 1 to 1000.</param>
/// <param name="MinimumLeaf">Fewest training rows in a leaf; 0 chooses by the number of rows. More is smoother and copies less. Default 0; legal 0 to 1000000.</param>
/// <param name="Smoothing">Strength of the pull from leaves to the nodes above, in rows; 0 chooses for each column by rows held out. Default 0; legal 0 to 1000000.</param>
/// <param name="Rounds">Most rounds of the game between forest and sampler. Default 3; legal 1 to 100.</param>
/// <param name="Tolerance">The game ends when the forest tells real from synthetic rows with no more than this accuracy above a half. Default 0.01; legal 0 to 0.5.</param>
/// <param name="ColumnsPerSplit">How many columns, drawn at random, each split may use; 0 for the square root of all. Default 0; legal 0 to 100000.</param>
/// <param name="Bins">Most bins that numbers are cut into; 0 chooses by the number of rows. Default 0; legal 0 to 255.</param>
public sealed record ArfOptions(int Trees = 10, int MinimumLeaf = 0, double Smoothing = 0, int Rounds = 3, double Tolerance = 0.01, int ColumnsPerSplit = 0, int Bins = 0)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Trees, 1, 1000);
        Require.InRange(MinimumLeaf, 0, 1_000_000);
        Require.InRange(Smoothing, 0, 1_000_000);
        Require.InRange(Rounds, 1, 100);
        Require.InRange(Tolerance, 0, 0.5);
        Require.InRange(ColumnsPerSplit, 0, 100_000);
        Require.InRange(Bins, 0, 255);
    }
}
