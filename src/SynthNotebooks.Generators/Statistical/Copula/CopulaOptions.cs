using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="CopulaGenerator"/>.</summary>
/// <param name="Classes">Most classes a column is cut into when the dependence of a pair is measured. More is finer and slower. Default 16; legal 2 to 64.</param>
/// <param name="PriorRecords">Weight of independence in every pair, in records. More pulls the dependence of small tables to zero. Default 1; legal 0 to 10000.</param>
/// <param name="Decisions">Most nested decisions that pick a category of a column; 1 keeps a single order of its categories. Default 4; legal 1 to 64.</param>
public sealed record CopulaOptions(int Classes = 16, double PriorRecords = 1, int Decisions = 4)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Classes, 2, 64);
        Require.InRange(Decisions, 1, 64);
        Require.InRange(PriorRecords, 0, 10_000);
    }
}
