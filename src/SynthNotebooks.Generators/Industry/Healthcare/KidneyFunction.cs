using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Estimated glomerular filtration rate by the CKD-EPI creatinine equation of 2021, which knows no race.</summary>
/// <remarks>
/// eGFR = 142 · min(S/κ, 1)^α · max(S/κ, 1)^−1.200 · 0.9938^age · 1.012 for women, with κ = 0.7 and α = −0.241 for women, κ = 0.9 and α = −0.302
/// for men. Source: Inker et al., N. Engl. J. Med. 385(19), 2021, doi:10.1056/NEJMoa2102953.
/// </remarks>
internal static class KidneyFunction
{
    /// <summary>mL/min/1.73 m², not rounded.</summary>
    /// <param name="creatinine">In serum, mg/dL, positive.</param>
    /// <param name="age">Years, adults.</param>
    /// <param name="sex">Chooses κ, α and the factor.</param>
    public static double Egfr(double creatinine, int age, Sex sex)
    {
        var (kappa, alpha, factor) = sex == Sex.Female ? (0.7, -0.241, 1.012) : (0.9, -0.302, 1.0);
        var logRatio = PortableMath.Log(creatinine / kappa);
        return 142 * factor * PortableMath.Exp(alpha * Math.Min(logRatio, 0) - 1.200 * Math.Max(logRatio, 0) + age * LogYear);
    }

    private static readonly double LogYear = PortableMath.Log(0.9938);
}
