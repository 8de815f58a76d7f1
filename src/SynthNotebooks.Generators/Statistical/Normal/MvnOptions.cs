using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="MvnGenerator"/>.</summary>
/// <param name="Classes">Most classes a column is cut into when its dependence on categories is measured. More is finer and slower. Default 16; legal 2 to 64.</param>
/// <param name="PriorRecords">Weight of independence in pairs with categories, in records. Default 1; legal 0 to 10000.</param>
public sealed record MvnOptions(int Classes = 16, double PriorRecords = 1)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Classes, 2, 64);
        Require.InRange(PriorRecords, 0, 10_000);
    }
}
