namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Prevalence and risk factors of the long-term conditions, in the order in which they are drawn.</summary>
/// <remarks>
/// <para>Curves through published bands of the general population of the United States; those of a hospital would be higher. The data set's
/// card sets both side by side. Sources:</para>
/// <para>Hypertension: NCHS Data Brief 364, NHANES 2017 to 2018: women 13.0, 49.9 and 73.9 %, men 31.2, 59.4 and 75.2 % at ages 18 to 39,
/// 40 to 59, and 60 and over.</para>
/// <para>Diabetes: CDC National Diabetes Statistics Report, table 1a, diagnosed, 2017 to March 2020: 3.0, 14.5 and 24.4 % at ages 18 to 44,
/// 45 to 64, and 65 and over; how much more in men is an assumption.</para>
/// <para>Asthma: CDC, National Health Interview Survey 2021, table 4-1: 10.4 % of women and 6.0 % of men at 35 to 64, 9.4 and 4.6 % later.</para>
/// <para>Heart failure: American Heart Association statistics 2019, NHANES 2013 to 2016: women 1.7 and 12.0 %, men 1.2 and 12.8 % at ages 40 to
/// 59, and 80 and over; the other ages are an assumption.</para>
/// <para>The odds ratios are assumptions.</para>
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
