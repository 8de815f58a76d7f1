using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>When the patient came, how long the stay was, and whether the patient came back within 30 days.</summary>
/// <remarks>
/// About one inpatient in seven returns within 30 days, an assumption as are all numbers here. The outcome depends on what stands in the table,
/// so a classifier can learn it, but not perfectly.
/// </remarks>
internal sealed class Admissions : IPatientRule
{
    public const int LongestStay = 60; // nights

    /// <summary>First and last day of admission that the registry covers.</summary>
    public static DateOnly First { get; } = new(2021, 1, 1);

    public static DateOnly Last { get; } = new(2023, 12, 31);

    private const double StaySpread = 0.55; // of the logarithm

    private static readonly double[] DaySums =
        WeightedChoice.Sums(Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1).Select(day => DayWeight(DateOnly.FromDayNumber(day))));

    public void Apply(Patient patient, SplitRandom random)
    {
        var diagnosis = DiagnosisTable.All[patient.Diagnosis];
        patient.AdmissionDay = First.DayNumber + WeightedChoice.OfSums(DaySums, random);
        patient.Nights = random.NextDouble() < diagnosis.Inpatient ? Stay(patient, diagnosis, random) : 0;
        patient.Readmitted = random.NextDouble() < Logistic.Probability(ReturnLogOdds(patient, diagnosis));
    }

    private static int Stay(Patient patient, Diagnosis diagnosis, SplitRandom random)
    {
        var frailty = 0.006 * Math.Max(0, patient.Age - 60);
        if (patient.Has(Conditions.HeartFailure)) frailty += 0.15;
        if (patient.Has(Conditions.Diabetes)) frailty += 0.08;
        if (patient.Egfr < 45) frailty += 0.15;
        return (int)Math.Clamp(Math.Round(diagnosis.Nights * PortableMath.Exp(frailty + StaySpread * random.NextNormal())), 1, LongestStay);
    }

    private static double ReturnLogOdds(Patient patient, Diagnosis diagnosis)
    {
        var logOdds = -2.65 + diagnosis.Return + 0.018 * (patient.Age - 60) + 0.05 * Math.Min(patient.Nights, 14)
            + 0.12 * (Regions.All[patient.Region].Deprivation - 3);
        if (patient.Nights == 0) logOdds -= 0.5;
        if (patient.Has(Conditions.HeartFailure)) logOdds += 0.7;
        if (patient.Has(Conditions.Diabetes)) logOdds += 0.35;
        if (patient.Egfr < 45) logOdds += 0.45;
        if (patient.Smoking == Smoking.Current) logOdds += 0.2;
        return logOdds;
    }

    // Fewer people come at weekends, more in winter.
    private static double DayWeight(DateOnly day) =>
        (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.55 : 1) * (day.Month is 12 or 1 or 2 ? 1.12 : day.Month is 7 or 8 ? 0.92 : 1);
}
