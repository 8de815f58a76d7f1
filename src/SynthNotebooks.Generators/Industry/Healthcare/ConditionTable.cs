namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Prevalence and risk factors of the long-term conditions, in the order in which they are drawn.</summary>
/// <remarks>
/// <para>Approximate, rounded figures of the general population of the United States; those of a hospital would be higher. Sources:</para>
/// <para>Hypertension: NHANES 2017 to 2018 (NCHS Data Brief 364): women about 13, 50 and 74 %, men about 31, 59 and 75 % at ages 18 to 39,
/// 40 to 59, and 60 and over.</para>
/// <para>Diabetes: CDC National Diabetes Statistics Report, diagnosed diabetes, 2017 to 2020: about 3, 15 and 24 % at ages 18 to 44, 45 to 64,
/// and 65 and over, a little more in men.</para>
/// <para>Asthma: CDC, National Health Interview Survey, current asthma of adults: about 10 % of women and 6 % of men, flat in age.</para>
/// <para>Heart failure: American Heart Association statistics from NHANES: well below 1 % under 40, 1 to 2 % to 59, 5 to 7 % to 79, and over
/// 10 % from 80 on, men before women.</para>
/// <para>The odds ratios are rounded values of the size that cohort studies report; they are chosen, not estimated.</para>
/// </remarks>
internal static class ConditionTable
{
    public static IReadOnlyList<ConditionRisk> All { get; } =
    [
        new(Conditions.Hypertension)
        {
            Women = [(18, 4), (30, 12), (40, 28), (50, 50), (60, 66), (70, 76), (95, 82)],
            Men = [(18, 14), (30, 33), (40, 46), (50, 60), (60, 70), (70, 76), (95, 80)],
            Overweight = 1.6, Obese = 3.0, FormerSmoker = 1.1, CurrentSmoker = 1.2,
        },
        new(Conditions.Diabetes)
        {
            Women = [(18, 0.8), (35, 3.0), (50, 11), (60, 16), (70, 23), (80, 25), (95, 19)],
            Men = [(18, 0.8), (35, 3.2), (50, 13), (60, 19), (70, 26), (80, 27), (95, 21)],
            Overweight = 1.8, Obese = 4.0, FormerSmoker = 1.1, CurrentSmoker = 1.3, Hypertension = 2.0,
        },
        new(Conditions.Asthma)
        {
            Women = [(18, 10), (60, 10.5), (95, 8)],
            Men = [(18, 6.5), (60, 6), (95, 5.5)],
            Overweight = 1.1, Obese = 1.5, FormerSmoker = 1.2, CurrentSmoker = 1.3,
        },
        new(Conditions.HeartFailure)
        {
            Women = [(18, 0.1), (40, 0.4), (50, 1.1), (65, 4.0), (75, 6.5), (85, 11), (95, 13)],
            Men = [(18, 0.1), (40, 0.6), (50, 1.8), (65, 5.5), (75, 8.5), (85, 12.5), (95, 14)],
            Overweight = 1.1, Obese = 1.6, FormerSmoker = 1.2, CurrentSmoker = 1.6, Hypertension = 2.5, Diabetes = 2.0,
        },
    ];
}
