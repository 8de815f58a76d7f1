using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <param name="Code">An invented postal district; no country uses the letter-digit-digit form with Q.</param>
/// <param name="Population">Relative number of patients.</param>
/// <param name="Deprivation">1 = least deprived to 5 = most deprived.</param>
internal sealed record Region(string Code, double Population, int Deprivation);

/// <summary>The invented districts that patients come from.</summary>
internal static class Regions
{
    public static ImmutableArray<Region> All { get; } =
    [
        new("Q10", 14, 3), new("Q11", 11, 4), new("Q12", 9, 5), new("Q13", 8, 2),
        new("Q20", 10, 1), new("Q21", 7, 2), new("Q22", 6, 3), new("Q23", 5, 4),
        new("Q30", 6, 2), new("Q31", 5, 1), new("Q32", 4, 3), new("Q33", 4, 5),
        new("Q40", 4, 4), new("Q41", 3, 2), new("Q42", 2, 3), new("Q43", 2, 5),
    ];

    public static double[] PopulationSums { get; } = WeightedChoice.Sums(All.Select(region => region.Population));

    /// <summary>Share of patients by deprivation, 1 to 5 at the indices 0 to 4.</summary>
    public static double[] DeprivationShares { get; } =
        [.. Enumerable.Range(1, 5).Select(level => All.Where(region => region.Deprivation == level).Sum(region => region.Population) / PopulationSums[^1])];
}
