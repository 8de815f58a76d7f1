using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>How strongly a table given one more parent is pulled to the table without it.</summary>
/// <remarks>
/// A Dirichlet prior at the coarser table; its weight is the one under which every record is predicted best from the others. Sources: MacKay, Peto,
/// Natural Language Engineering 1(3), 1995, doi:10.1017/S1351324900000218; Minka, Estimating a Dirichlet distribution, 2000.
/// </remarks>
internal static class BackoffStrength
{
    private const int Lowest = -2, Highest = 8, Start = 2; // powers of four

    /// <summary>The best weight, in records, and the logarithm of the likelihood of the records under it.</summary>
    /// <param name="counts">Records of each cell, above 0.</param>
    /// <param name="totals">Records of the cell's configuration of parents.</param>
    /// <param name="coarser">Probability of the cell's state under the coarser table, the record itself left out.</param>
    public static (double Strength, double Likelihood) Best(ReadOnlySpan<int> counts, ReadOnlySpan<int> totals, ReadOnlySpan<double> coarser)
    {
        var power = Start;
        var best = Likelihood(counts, totals, coarser, Weight(power));
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            var moved = false;
            while (power + step is >= Lowest and <= Highest)
            {
                var next = Likelihood(counts, totals, coarser, Weight(power + step));
                if (next <= best) break;
                (power, best, moved) = (power + step, next, true);
            }
            if (moved) break; // there is one maximum
        }
        return (Weight(power), best);
    }

    /// <summary>Probability of a record's state when the record itself is left out.</summary>
    public static double LeftOut(int count, int total, double coarser, double strength) => (count - 1 + strength * coarser) / (total - 1 + strength);

    private static double Likelihood(ReadOnlySpan<int> counts, ReadOnlySpan<int> totals, ReadOnlySpan<double> coarser, double strength)
    {
        var sum = 0.0;
        for (var cell = 0; cell < counts.Length; cell++)
            sum += counts[cell] * PortableMath.Log(LeftOut(counts[cell], totals[cell], coarser[cell], strength));
        return sum;
    }

    private static double Weight(int power) => power < 0 ? 1.0 / (1 << -2 * power) : 1 << 2 * power;
}
