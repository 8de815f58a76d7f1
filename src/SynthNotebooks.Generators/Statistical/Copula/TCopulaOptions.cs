using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="TCopulaGenerator"/>.</summary>
/// <param name="Degrees">Degrees of freedom; fewer bind extremes more closely. 0 chooses the likeliest of 2 to 128. Default 0; legal 0 to 1000.</param>
/// <param name="Classes">Most classes a column is cut into when the dependence of a pair is measured. More is finer and slower. Default 16; legal 2 to 64.</param>
/// <param name="PriorRecords">Weight of independence in every pair, in records. More pulls the dependence of small tables to zero. Default 1; legal 0 to 10000.</param>
public sealed record TCopulaOptions(double Degrees = 0, int Classes = 16, double PriorRecords = 1)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; degrees between 0 and 2 are not legal.</exception>
    internal void Validate()
    {
        Require.InRange(Degrees, 0, 1000);
        if (Degrees > 0) Require.InRange(Degrees, 2, 1000);
        Require.InRange(Classes, 2, 64);
        Require.InRange(PriorRecords, 0, 10_000);
    }
}
