using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Blood pressure at admission, correlated through age, body mass, conditions and medicine.</summary>
/// <remarks>Systolic pressure rises with age all life long, diastolic pressure peaks in the fifties; the numbers are assumptions.</remarks>
internal sealed class Vitals : IPatientRule
{
    public const int MinimumSystolic = 75, MaximumSystolic = 220; // mmHg
    public const int MinimumDiastolic = 40, MaximumDiastolic = 130;
    public const int MinimumPulsePressure = 15; // diastolic pressure stays at least this far below systolic

    private const double SystolicSpread = 10.5, HypertensiveSystolicSpread = 15, DiastolicSpread = 7;

    private static readonly int Untreated = Treatment.Medications.ToList().IndexOf(Treatment.Nothing);

    public void Apply(Patient patient, SplitRandom random)
    {
        var systolic = Math.Clamp(SystolicMean(patient) + SystolicSpreadOf(patient) * random.NextNormal(), MinimumSystolic, MaximumSystolic);
        patient.SystolicPressure = (int)Math.Round(systolic);
        var diastolic = DiastolicMean(patient, systolic) + DiastolicSpread * random.NextNormal();
        patient.DiastolicPressure = (int)Math.Round(Math.Clamp(
            diastolic, MinimumDiastolic, Math.Min(MaximumDiastolic, patient.SystolicPressure - MinimumPulsePressure)));
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
}
