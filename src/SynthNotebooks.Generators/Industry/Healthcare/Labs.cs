using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Blood tests, normal or abnormal by condition. All are drawn; <see cref="Missingness"/> decides which were measured.</summary>
/// <remarks>
/// Haemoglobin A1c of people without diabetes stays below 6.5 %, the limit of diagnosis (American Diabetes Association).
/// </remarks>
internal sealed class Labs : IPatientRule
{
    public const double MinimumHba1c = 4.0, MaximumHba1c = 15.0, MaximumHba1cWithoutDiabetes = 6.4; // per cent
    public const double MinimumCreatinine = 0.30, MaximumCreatinine = 12.00; // mg/dL

    private static readonly int Insulin = Treatment.Medications.ToList().IndexOf(Treatment.Insulin);

    // Chance of chronic kidney disease by age, in someone without diabetes, hypertension and heart failure.
    private static readonly Curve KidneyDisease = Curve.Through((18, 0.01), (45, 0.025), (65, 0.07), (80, 0.15), (95, 0.22));

    public void Apply(Patient patient, SplitRandom random)
    {
        patient.Hba1c = Hba1c(patient, random);
        patient.Creatinine = Creatinine(patient, random);
        patient.Egfr = (int)Math.Round(KidneyFunction.Egfr(patient.Creatinine, patient.Age, patient.Sex));
    }

    private static double Hba1c(Patient patient, SplitRandom random)
    {
        if (!patient.Has(Conditions.Diabetes))
        {
            var normal = 5.15 + 0.006 * (patient.Age - 18) + 0.008 * (patient.Bmi - 27) + 0.25 * random.NextNormal();
            return Math.Round(Math.Clamp(normal, MinimumHba1c, MaximumHba1cWithoutDiabetes), 1);
        }
        var above = 1.45 * PortableMath.Exp(0.55 * random.NextNormal()) + (patient.Medication == Insulin ? 0.8 : 0);
        return Math.Round(Math.Clamp(5.7 + above, MinimumHba1c, MaximumHba1c), 1);
    }

    private static double Creatinine(Patient patient, SplitRandom random)
    {
        var level = (patient.Sex == Sex.Female ? 0.73 : 0.94) * (1 + 0.0025 * Math.Max(0, patient.Age - 40));
        var logOdds = Logistic.LogOdds(KidneyDisease.At(patient.Age));
        if (patient.Has(Conditions.Hypertension)) logOdds += 0.6;
        if (patient.Has(Conditions.Diabetes)) logOdds += 0.8;
        if (patient.Has(Conditions.HeartFailure)) logOdds += 0.9;
        if (random.NextDouble() < Logistic.Probability(logOdds)) level *= 1.25 + 0.6 * PortableMath.Exp(0.8 * random.NextNormal() - 0.5);
        return Math.Round(Math.Clamp(level * PortableMath.Exp(0.16 * random.NextNormal()), MinimumCreatinine, MaximumCreatinine), 2);
    }
}
