using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>The composition theorems that look at (ε, δ) alone; looser than the accountants.</summary>
public static class CompositionTheorems
{
    /// <summary>Basic: k runs of (ε, δ) are (kε, kδ). Source: Dwork et al., EUROCRYPT 2006, doi:10.1007/11761679_29.</summary>
    public static (double Epsilon, double Delta) Basic(double epsilon, double delta, int count)
    {
        AccountingRange.CheckEpsilon(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return (count * epsilon, Math.Min(1, count * delta));
    }

    /// <summary>Advanced: ε√(2k ln(1/δ′)) + kε(e^ε − 1) at kδ + δ′; may exceed the basic one for few runs.</summary>
    /// <remarks>Source: Dwork, Rothblum, Vadhan, FOCS 2010, doi:10.1109/FOCS.2010.12.</remarks>
    /// <param name="epsilon">Of one run, at least 0.</param>
    /// <param name="count">k.</param>
    /// <param name="slack">δ′, above 0, below 1.</param>
    public static double Advanced(double epsilon, int count, double slack)
    {
        AccountingRange.CheckEpsilon(epsilon);
        AccountingRange.CheckDelta(slack);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return epsilon * Math.Sqrt(-2.0 * count * PortableMath.Log(slack)) + count * epsilon * StableMath.ExpMinusOne(epsilon);
    }

    /// <summary>Largest ε of one of k runs such that the advanced theorem gives a total at a δ′.</summary>
    /// <param name="total">Above 0.</param>
    /// <param name="count">k, at least 1.</param>
    /// <param name="slack">δ′, above 0, below 1.</param>
    public static double EpsilonOfAdvanced(double total, int count, double slack) => Bisection.LargestTrue(epsilon => Advanced(epsilon, count, slack) <= total, 0, total);
}
