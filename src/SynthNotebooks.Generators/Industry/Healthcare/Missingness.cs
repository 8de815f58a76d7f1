using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Cells of the registry that were never filled.</summary>
[Flags]
internal enum Unrecorded
{
    None = 0,
    Smoking = 1,
    Bmi = 2,
    Hba1c = 4,
    Kidney = 8, // creatinine, and with it eGFR
}

/// <summary>Decides what was recorded: completely at random for some cells, at random given what is seen for others.</summary>
/// <remarks>
/// Terms of Rubin, Biometrika 63(3), 1976, doi:10.1093/biomet/63.3.581. HbA1c is measured far more often in diabetics (MAR: the cause,
/// the diabetes flag, stands in the table); body mass is often skipped when a patient is admitted (MAR given the dates).
/// </remarks>
internal sealed class Missingness : IPatientRule
{
    // Missing completely at random.
    public const double Smoking = 0.03, Kidney = 0.05;

    // Missing at random, given diabetes, and for the others given hypertension.
    public const double Hba1cInDiabetes = 0.06, Hba1cInHypertension = 0.60, Hba1cInOthers = 0.78;

    // Missing at random, given at least one night in hospital.
    public const double BmiOfInpatients = 0.10, BmiOfOutpatients = 0.02;

    public void Apply(Patient patient, SplitRandom random)
    {
        var hba1c = patient.Has(Conditions.Diabetes) ? Hba1cInDiabetes : patient.Has(Conditions.Hypertension) ? Hba1cInHypertension : Hba1cInOthers;
        var bmi = patient.Nights > 0 ? BmiOfInpatients : BmiOfOutpatients;
        patient.Unrecorded = Missing(Unrecorded.Smoking, Smoking) | Missing(Unrecorded.Bmi, bmi) | Missing(Unrecorded.Hba1c, hba1c)
            | Missing(Unrecorded.Kidney, Kidney);

        Unrecorded Missing(Unrecorded cell, double rate) => random.NextDouble() < rate ? cell : Unrecorded.None;
    }
}
