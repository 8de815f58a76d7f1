using System.Globalization;

namespace SynthNotebooks.Privacy;

/// <summary>A range and a power-of-two step, both public, onto which real numbers are put before noise: x becomes the integer round(x / step).</summary>
/// <remarks>
/// Scaling by a power of two is exact in binary floating point, so that the outputs' low bits tell nothing of the input (Mironov, CCS 2012,
/// doi:10.1145/2382196.2382264). NaN becomes the low end: no exception depends on the data.
/// </remarks>
public sealed class PublicGrid
{
    private const long MostSteps = 1L << 31;

    /// <param name="low">Smallest number kept, finite.</param>
    /// <param name="high">Largest number kept, above <paramref name="low"/>.</param>
    /// <param name="exponent">The step is 2 to this power; −1000 to 1000, and the ends at most 2³¹ steps from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal.</exception>
    public PublicGrid(double low, double high, int exponent)
    {
        if (exponent is < -1000 or > 1000) throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The step's exponent must lie in -1000 to 1000.");
        if (!(double.IsFinite(low) && double.IsFinite(high) && high > low))
            throw new ArgumentOutOfRangeException(nameof(high), high, string.Create(CultureInfo.InvariantCulture, $"The range {low:R} to {high:R} must be finite and not empty."));
        (Exponent, Step) = (exponent, Math.ScaleB(1, exponent));
        var (from, to) = (Math.Floor(low / Step), Math.Ceiling(high / Step));
        if (!(Math.Max(Math.Abs(from), Math.Abs(to)) <= MostSteps))
            throw new ArgumentOutOfRangeException(nameof(exponent), exponent, string.Create(CultureInfo.InvariantCulture, $"The range {low:R} to {high:R} reaches over 2^31 steps of {Step:R} from zero; take a larger exponent."));
        (LowSteps, HighSteps) = ((long)from, (long)to);
    }

    /// <summary>Power of two of the step.</summary>
    public int Exponent { get; }

    /// <summary>Distance between neighbours on the grid.</summary>
    public double Step { get; }

    /// <summary>The low end in steps, rounded downwards.</summary>
    public long LowSteps { get; }

    /// <summary>The high end in steps, rounded upwards.</summary>
    public long HighSteps { get; }

    /// <summary>A grid whose step is at most a share of the range.</summary>
    /// <param name="low">Smallest number kept.</param>
    /// <param name="high">Largest number kept.</param>
    /// <param name="share">Largest step as a share of the width; default 2⁻¹⁶.</param>
    public static PublicGrid Over(double low, double high, double share = 1.0 / 65536) => new(low, high, Math.ILogB((high - low) * share));

    /// <summary>Clamps to the range and rounds to the nearest step, ties to even.</summary>
    public long ToSteps(double value) => double.IsNaN(value) ? LowSteps : (long)Math.Clamp(Math.Round(value / Step, MidpointRounding.ToEven), LowSteps, HighSteps);

    /// <summary>The number of a step count; exact below 2⁵³ steps.</summary>
    public double ToNumber(long steps) => steps * Step;

    /// <summary>The exact sum of records in steps, each clamped and rounded first.</summary>
    public long Sum(ReadOnlySpan<double> records)
    {
        var sum = 0L;
        foreach (var record in records) sum = SaturatingAdd.Of(sum, ToSteps(record));
        return sum;
    }
}
