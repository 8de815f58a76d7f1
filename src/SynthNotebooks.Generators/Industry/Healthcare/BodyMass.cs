using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Body-mass index: log-normal above a floor, around a median by age and sex.</summary>
/// <remarks>
/// Medians and spread are assumptions. They give fewer than the 42.4 % obese of the U.S. National Health and Nutrition Examination Survey (NHANES)
/// 2017 to 2018 (NCHS Data Brief 360); the data set's card tells how many.
/// </remarks>
internal sealed class BodyMass : IPatientRule
{
    public const double Minimum = 14, Maximum = 65; // kg/m²
    public const double Overweight = 25, Obese = 30; // limits of the World Health Organization

    private const double Floor = 13; // kg/m², below which nobody comes
    private const double LogSpread = 0.36; // of the excess over the floor
    private const double SmokerFactor = 0.97; // current smokers are a little leaner

    private static readonly Curve[] Median =
        [Curve.Through((18, 25.0), (30, 28.0), (50, 29.3), (70, 29.0), (95, 25.5)), Curve.Through((18, 25.0), (30, 28.0), (50, 29.2), (70, 28.6), (95, 25.8))];

    public void Apply(Patient patient, SplitRandom random)
    {
        var excess = (MedianOf(patient.Sex, patient.Age, patient.Smoking) - Floor) * PortableMath.Exp(LogSpread * random.NextNormal());
        patient.Bmi = Math.Round(Math.Clamp(Floor + excess, Minimum, Maximum), 1);
    }

    /// <summary>Shares of people below 25, from 25 to below 30, and from 30 on.</summary>
    public static double[] ClassShares(Sex sex, int age, Smoking smoking)
    {
        var medianExcess = MedianOf(sex, age, smoking) - Floor;
        var (belowOverweight, belowObese) = (Below(Overweight), Below(Obese));
        return [belowOverweight, belowObese - belowOverweight, 1 - belowObese];

        // Rounding to one decimal moves the limits by half a step.
        double Below(double limit) => PortableMath.NormalCdf(PortableMath.Log((limit - 0.05 - Floor) / medianExcess) / LogSpread);
    }

    /// <summary>0 below 25, 1 from 25 to below 30, 2 from 30 on.</summary>
    public static int ClassOf(double bmi) => bmi < Overweight ? 0 : bmi < Obese ? 1 : 2;

    private static double MedianOf(Sex sex, int age, Smoking smoking) => Median[(int)sex].At(age) * (smoking == Smoking.Current ? SmokerFactor : 1);
}
