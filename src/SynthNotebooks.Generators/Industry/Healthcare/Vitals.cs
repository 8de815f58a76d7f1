using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Blood pressure and heart rate at admission, correlated through age, body mass, conditions and medicine.</summary>
/// <remarks>Systolic pressure rises with age all life long, diastolic pressure peaks in the fifties (the pattern of the Framingham Heart Study).</remarks>
internal sealed class Vitals : IPatientRule
{
    public const int MinimumSystolic = 75, MaximumSystolic = 220; // mmHg
    public const int MinimumDiastolic = 40, MaximumDiastolic = 130;
    public const int MinimumPulsePressure = 15; // diastolic pressure stays at least this far below systolic
    public const int MinimumHeartRate = 35, MaximumHeartRate = 160; // beats a minute

    private const double SystolicSpread = 10.5, HypertensiveSystolicSpread = 15, DiastolicSpread = 7, HeartRateSpread = 10;

    private static readonly int Untreated = Treatment.Medications.ToList().IndexOf(Treatment.Nothing);
    private static readonly int BetaBlocker = Treatment.Medications.ToList().IndexOf(Treatment.BetaBlocker);

    public void Apply(Patient patient, SplitRandom random)
    {
        var systolic = Math.Clamp(SystolicMean(patient) + SystolicSpreadOf(patient) * random.NextNormal(), MinimumSystolic, MaximumSystolic);
        patient.SystolicPressure = (int)Math.Round(systolic);
        var diastolic = DiastolicMean(patient, systolic) + DiastolicSpread * random.NextNormal();
        patient.DiastolicPressure = (int)Math.Round(Math.Clamp(
            diastolic, MinimumDiastolic, Math.Min(MaximumDiastolic, patient.SystolicPressure - MinimumPulsePressure)));
        var heartRate = HeartRateMean(patient) + HeartRateSpread * random.NextNormal();
        patient.HeartRate = (int)Math.Round(Math.Clamp(heartRate, MinimumHeartRate, MaximumHeartRate));
    }

    private static double SystolicMean(Patient patient)
    {
        var mean = 111 + 0.22 * (patient.Age - 18) + 0.4 * (patient.Bmi - 27);
        if (patient.Sex == Sex.Male && patient.Age < 60) mean += 5;
        if (patient.Has(Conditions.Hypertension)) mean += patient.Medication == Untreated ? 20 : 13;
        return mean;
    }

    private static double SystolicSpreadOf(Patient patient) => patient.Has(Conditions.Hypertension) ? HypertensiveSystolicSpread : SystolicSpread;

    private static double DiastolicMean(Patient patient, double systolic) =>
        78 + 0.36 * (systolic - 122) - 0.0075 * (patient.Age - 52) * (patient.Age - 52);

    private static double HeartRateMean(Patient patient)
    {
        var mean = 73.0;
        if (patient.Sex == Sex.Female) mean += 3;
        if (patient.Smoking == Smoking.Current) mean += 4;
        if (patient.Has(Conditions.HeartFailure)) mean += 7;
        if (DiagnosisTable.All[patient.Diagnosis].Indication == Indication.Infection) mean += 14;
        if (patient.Medication == BetaBlocker) mean -= 9;
        return mean;
    }
}
