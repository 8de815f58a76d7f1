using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Age, sex, district and smoking of an adult who comes to the hospital.</summary>
/// <remarks>
/// Smokers follow the U.S. National Health Interview Survey 2021 (MMWR 72(18), 2023: 5.3, 12.6, 14.9 and 8.3 % at 18 to 24, 25 to 44, 45 to 64,
/// and 65 and over, men 13.1 and women 10.1 %), as near as curves do. Former smokers, the effect of deprivation, and the age profile, with more
/// old people than in the population, are assumptions.
/// </remarks>
internal sealed class Demographics : IPatientRule
{
    public const int MinimumAge = 18, MaximumAge = 95; // the last stands for all who are older

    private static readonly Curve AgeWeight = Curve.Through((18, 0.55), (30, 0.75), (45, 0.85), (60, 1.15), (72, 1.3), (80, 1.0), (88, 0.5), (95, 0.1));
    private static readonly Curve FemaleShare = Curve.Through((18, 0.56), (35, 0.55), (55, 0.49), (70, 0.51), (85, 0.60), (95, 0.68));

    // Share of current and of former smokers by age, in a district of middle deprivation.
    private static readonly Curve[] CurrentSmokers =
        [Curve.Through((18, 0.04), (30, 0.11), (55, 0.13), (70, 0.08), (85, 0.03)), Curve.Through((18, 0.06), (30, 0.15), (55, 0.17), (70, 0.10), (85, 0.04))];
    private static readonly Curve[] FormerSmokers =
        [Curve.Through((18, 0.03), (30, 0.12), (55, 0.21), (75, 0.31), (95, 0.27)), Curve.Through((18, 0.04), (30, 0.15), (55, 0.27), (75, 0.44), (95, 0.46))];

    private const double DeprivationLogOdds = 0.22; // of smoking now, for each level above the middle

    private static readonly double[] AgeSums = WeightedChoice.Sums(Enumerable.Range(MinimumAge, MaximumAge - MinimumAge + 1).Select(age => AgeWeight.At(age)));

    public void Apply(Patient patient, SplitRandom random)
    {
        patient.Age = MinimumAge + WeightedChoice.OfSums(AgeSums, random);
        patient.Sex = random.NextDouble() < FemaleShare.At(patient.Age) ? Sex.Female : Sex.Male;
        patient.Region = WeightedChoice.OfSums(Regions.PopulationSums, random);
        var (former, current) = SmokingShares(patient.Sex, patient.Age, Regions.All[patient.Region].Deprivation);
        var draw = random.NextDouble();
        patient.Smoking = draw < current ? Smoking.Current : draw < current + former ? Smoking.Former : Smoking.Never;
    }

    /// <summary>Shares of former and current smokers among people of a sex, an age and a level of deprivation.</summary>
    public static (double Former, double Current) SmokingShares(Sex sex, int age, int deprivation)
    {
        var current = CurrentSmokers[(int)sex].At(age);
        current = Logistic.Probability(Logistic.LogOdds(current) + DeprivationLogOdds * (deprivation - 3));
        return (FormerSmokers[(int)sex].At(age), current);
    }
}
