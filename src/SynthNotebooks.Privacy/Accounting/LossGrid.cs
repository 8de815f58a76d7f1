using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>A pair's losses moved to a grid such that no δ falls: each cell's mass goes to its two ends, keeping both distributions' masses.</summary>
/// <remarks>
/// The pair on the grid dominates the true one, and with the fewest losses of all that do. Mass below the grid moves up, mass above it counts as an infinite loss.
/// Source: Doroshenko et al., Connect the Dots, arXiv:2207.04380, Algorithm 1, here in masses of cells rather than in δ, which loses fewer digits.
/// </remarks>
internal sealed class LossGrid
{
    private LossGrid(long start, double[] masses, double infinite) => (Start, Masses, Infinite) = (start, masses, infinite);

    /// <summary>The first grid point in steps.</summary>
    public long Start { get; }

    /// <summary>Mass under P of each grid point.</summary>
    public double[] Masses { get; }

    /// <summary>Mass under P that counts as an infinite loss.</summary>
    public double Infinite { get; }

    public static LossGrid Of(LossPair pair, double step)
    {
        var (low, high) = pair.Range;
        long first = (long)Math.Floor(low / step) - 1, last = (long)Math.Ceiling(high / step) + 1;
        var masses = new double[last - first + 1];
        masses[0] = pair.Mass(double.NegativeInfinity, first * step).P;
        var share = -StableMath.ExpMinusOne(-step);
        for (var i = 0; i < masses.Length - 1; i++)
        {
            var left = (first + i) * step;
            var (p, q) = pair.Mass(left, (first + i + 1) * step);
            if (!(p > 0)) continue;
            var right = Math.Clamp((p - PortableMath.Exp(left) * q) / share, 0, p);
            masses[i] += p - right;
            masses[i + 1] += right;
        }
        return new(first, masses, pair.Mass(last * step, double.PositiveInfinity).P);
    }

    /// <summary>ln Σ p e^(λ·loss) at a slope, for tail bounds.</summary>
    public double LogMoment(double slope, double step)
    {
        // A running factor would drift; one exponential a point is exact and still quick.
        var sum = new FixedOrderSum();
        var top = Math.Max(slope * Start * step, slope * (Start + Masses.Length - 1) * step);
        for (var i = 0; i < Masses.Length; i++)
            if (Masses[i] > 0) sum.Add(PortableMath.Exp(slope * (Start + i) * step - top + PortableMath.Log(Masses[i])));
        return top + PortableMath.Log(sum.Value);
    }
}
