namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>What a diagnosis is treated with, when the treatment follows the diagnosis and not the long-term conditions.</summary>
internal enum Indication
{
    LongTerm,
    Infection,
    Pain,
    Depression,
}

/// <summary>A reason for coming to the hospital.</summary>
/// <param name="Code">ICD-10-CM.</param>
/// <param name="Title">In words.</param>
/// <param name="Young">Relative frequency at 18 to 39 years.</param>
/// <param name="Middle">Relative frequency at 40 to 64 years.</param>
/// <param name="Old">Relative frequency from 65 years on.</param>
/// <param name="Inpatient">Share of visits that stay at least one night.</param>
/// <param name="Nights">Median stay of those.</param>
internal sealed record Diagnosis(string Code, string Title, double Young, double Middle, double Old, double Inpatient, double Nights)
{
    /// <summary>Who must have which condition to get the diagnosis at all.</summary>
    public Conditions Needs { get; init; }

    /// <summary>Factors of the frequency by sex; 0 excludes.</summary>
    public double Women { get; init; } = 1;

    public double Men { get; init; } = 1;

    /// <summary>Factors of the frequency by smoking.</summary>
    public double NeverSmokers { get; init; } = 1;

    public double CurrentSmokers { get; init; } = 1;

    /// <summary>Legal ages, inclusive.</summary>
    public int MinimumAge { get; init; } = Demographics.MinimumAge;

    public int MaximumAge { get; init; } = Demographics.MaximumAge;

    public Indication Indication { get; init; }

    /// <summary>Added log-odds of coming back within 30 days.</summary>
    public double Return { get; init; }

    /// <summary>Relative frequency in a patient; 0 where the diagnosis cannot be.</summary>
    public double Weight(Patient patient)
    {
        if (patient.Age < MinimumAge || patient.Age > MaximumAge || (patient.Conditions & Needs) != Needs) return 0;
        var weight = patient.Age < 40 ? Young : patient.Age < 65 ? Middle : Old;
        weight *= patient.Sex == Sex.Female ? Women : Men;
        return weight * (patient.Smoking switch { Smoking.Never => NeverSmokers, Smoking.Current => CurrentSmokers, _ => 1 });
    }
}
