using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Options of <see cref="CircuitGenerator"/>.</summary>
/// <param name="States">Hidden states of every column; 0 chooses by the number of rows. More is finer and slower (quadratic). Default 0; legal 0 to 1024.</param>
/// <param name="Bins">Most bins that numbers are cut into; 0 chooses by the number of rows. Default 0; legal 0 to 1024.</param>
/// <param name="Smoothing">
/// How far hidden states are pulled to their common mean, as a multiple of what predicts left-out records best. Less is sharper, and near 0 copies; below 30,000 rows it is raised in proportion, to 1 at most. Default 0.03; legal 0.001 to 10.
/// </param>
/// <param name="Rounds">Rounds of expectation-maximisation on the tree. Default 60; legal 1 to 10000.</param>
public sealed record CircuitOptions(int States = 0, int Bins = 0, double Smoothing = 0.03, int Rounds = 60)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(States, 0, 1024);
        Require.InRange(Bins, 0, 1024);
        Require.InRange(Smoothing, 0.001, 10);
        Require.InRange(Rounds, 1, 10_000);
    }
}
