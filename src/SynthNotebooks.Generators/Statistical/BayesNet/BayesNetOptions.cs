using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="BayesNetGenerator"/>.</summary>
/// <param name="Structure">How parents are found: <c>hill-climbing</c> (default) from the tree on, or the Chow-Liu <c>tree</c> alone.</param>
/// <param name="Score">What hill climbing maximises: the <c>leave-one-out</c> likelihood of the smoothed tables (default), or <c>bic</c>.</param>
/// <param name="MaxParents">Most parents of a column. More is finer and slower. Default 3; legal 1 to 6.</param>
/// <param name="Bins">Most bins that numbers are cut into; 0 chooses by the number of rows. Default 0; legal 0 to 256.</param>
/// <param name="CliqueCells">
/// Most cells of a table of exact inference; parents that would need a larger one are not taken, so that conditions stay exact. More is finer and
/// slower. Default 500000; legal 1000 to 10000000.
/// </param>
public sealed record BayesNetOptions(
    NetworkStructure Structure = NetworkStructure.HillClimbing, NetworkScore Score = NetworkScore.LeaveOneOut, int MaxParents = 3, int Bins = 0, int CliqueCells = 500_000)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange((int)Structure, 0, 1);
        Require.InRange((int)Score, 0, 1);
        Require.InRange(MaxParents, 1, 6);
        Require.InRange(Bins, 0, 256);
        Require.InRange(CliqueCells, 1000, 10_000_000);
    }
}
