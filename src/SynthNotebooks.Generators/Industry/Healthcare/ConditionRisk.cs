namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Long-term conditions; a patient may have any set of them.</summary>
[Flags]
internal enum Conditions
{
    None = 0,
    Hypertension = 1,
    Diabetes = 2,
    Asthma = 4,
    HeartFailure = 8,
}

/// <summary>How common a condition is by age and sex, and what makes it more likely.</summary>
internal sealed record ConditionRisk(Conditions Condition)
{
    /// <summary>(age, per cent of women who have it); between the points the log-odds are straight.</summary>
    public required (double Age, double Percent)[] Women { get; init; }

    /// <summary>(age, per cent of men who have it).</summary>
    public required (double Age, double Percent)[] Men { get; init; }

    /// <summary>Odds ratios against people below a body-mass index of 25.</summary>
    public double Overweight { get; init; } = 1;

    public double Obese { get; init; } = 1;

    /// <summary>Odds ratios against people who never smoked.</summary>
    public double FormerSmoker { get; init; } = 1;

    public double CurrentSmoker { get; init; } = 1;

    /// <summary>Odds ratios against people without an earlier condition of the table.</summary>
    public double Hypertension { get; init; } = 1;

    public double Diabetes { get; init; } = 1;
}
