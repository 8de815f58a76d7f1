using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Blood tests, normal or abnormal by condition. All are drawn; <see cref="Missingness"/> decides which were measured.</summary>
/// <remarks>
/// Haemoglobin A1c of people without diabetes stays below 6.5 %, the limit of diagnosis (American Diabetes Association). Glucose follows A1c
/// by 28.7 · A1c − 46.7 mg/dL (Nathan et al., Diabetes Care 31(8), 2008, doi:10.2337/dc08-0545), the A1c-derived average, with noise.
/// </remarks>
internal sealed class Labs : IPatientRule
{
    public const double MinimumHba1c = 4.0, MaximumHba1c = 15.0, MaximumHba1cWithoutDiabetes = 6.4; // per cent
    public const int MinimumGlucose = 50, MaximumGlucose = 600; // mg/dL
    public const int MinimumCholesterol = 80, MaximumCholesterol = 420; // mg/dL
    public const double MinimumCreatinine = 0.30, MaximumCreatinine = 12.00; // mg/dL

    private static readonly int Insulin = Treatment.Medications.ToList().IndexOf(Treatment.Insulin);
    private static readonly int Statin = Treatment.Medications.ToList().IndexOf(Treatment.Statin);
    private static readonly Curve CholesterolMean = Curve.Through((18, 168), (35, 188), (52, 202), (65, 194), (85, 178));

    // Chance of chronic kidney disease by age, in someone without diabetes, hypertension and heart failure.
    private static readonly Curve KidneyDisease = Curve.Through((18, 0.01), (45, 0.025), (65, 0.07), (80, 0.15), (95, 0.22));

    public void Apply(Patient patient, SplitRandom random)
    {
        patient.Hba1c = Hba1c(patient, random);
        patient.Glucose = Glucose(patient, random);
        patient.Cholesterol = Cholesterol(patient, random);
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

    private static int Glucose(Patient patient, SplitRandom random)
    {
        var average = 28.7 * patient.Hba1c - 46.7;
        var spread = patient.Has(Conditions.Diabetes) ? 0.20 : 0.10;
        return (int)Math.Round(Math.Clamp(0.94 * average * PortableMath.Exp(spread * random.NextNormal()), MinimumGlucose, MaximumGlucose));
    }

    private static int Cholesterol(Patient patient, SplitRandom random)
    {
        var mean = CholesterolMean.At(patient.Age) + 0.4 * (patient.Bmi - 27);
        if (patient.Sex == Sex.Female && patient.Age >= 50) mean += 9;
        if (patient.Medication == Statin) mean -= 38;
        if (patient.Has(Conditions.Diabetes)) mean -= 10; // most take a statin beside their main medicine
        return (int)Math.Round(Math.Clamp(mean * PortableMath.Exp(0.18 * random.NextNormal()), MinimumCholesterol, MaximumCholesterol));
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
