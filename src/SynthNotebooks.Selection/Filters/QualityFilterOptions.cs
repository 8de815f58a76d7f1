using SynthNotebooks.Contracts;

namespace SynthNotebooks.Selection;

/// <summary>Options of <see cref="QualityFilter"/>.</summary>
/// <param name="Strength">Power of the density ratio that rows are accepted by: 1 corrects in full, less only in part. Default 1; legal above 0 to 1.</param>
/// <param name="Folds">Discriminators, each trained without one of as many parts of the rows. Default 3; legal 2 to 10.</param>
/// <param name="MostRatio">Largest density ratio that is believed, and the inverse of the smallest. Default 10; legal 1.1 to 1000.</param>
public sealed record QualityFilterOptions(double Strength = 1, int Folds = 3, double MostRatio = 10)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Strength, 1e-6, 1);
        Require.InRange(Folds, 2, 10);
        Require.InRange(MostRatio, 1.1, 1000);
    }
}
