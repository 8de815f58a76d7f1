using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Options of <see cref="MixtureGenerator"/>.</summary>
/// <param name="Components">Number of components; 0 chooses by the number of rows and by held-out likelihood. More is finer and slower. Default 0; legal 0 to 4096.</param>
/// <param name="Bins">Most bins that numbers are cut into; 0 chooses by the number of rows. Default 0; legal 0 to 1024.</param>
/// <param name="Smoothing">
/// How far components are pulled to the columns' marginals, as a multiple of what predicts left-out records best. Less is sharper, and near 0 copies; below 30,000 rows it is raised in proportion, to 1 at most. Default 0.3; legal 0.01 to 10.
/// </param>
/// <param name="Rounds">Rounds of expectation-maximisation at the final number of components. Default 40; legal 1 to 10000.</param>
public sealed record MixtureOptions(int Components = 0, int Bins = 0, double Smoothing = 0.3, int Rounds = 40)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Components, 0, 4096);
        Require.InRange(Bins, 0, 1024);
        Require.InRange(Smoothing, 0.01, 10);
        Require.InRange(Rounds, 1, 10_000);
    }
}
