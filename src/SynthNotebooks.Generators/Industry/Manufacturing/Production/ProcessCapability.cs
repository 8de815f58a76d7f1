namespace SynthNotebooks.Generators.Industry.Manufacturing.Production;

/// <summary>How well a process keeps within its specification.</summary>
/// <remarks>Definitions: ISO 22514-2. Standard errors of estimates: Bissell, Applied Statistics 39(3), 1990, doi:10.2307/2347383.</remarks>
/// <param name="Mean">Of the parts.</param>
/// <param name="Spread">Their standard deviation, divisor n − 1.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="Parts">How many.</param>
public sealed record ProcessCapability(double Mean, double Spread, double Lower, double Upper, int Parts)
{
    /// <summary>Width of the specification in units of six standard deviations.</summary>
    public double Cp => (Upper - Lower) / (6 * Spread);

    /// <summary>Distance of the mean from the nearer limit in units of three standard deviations; negative when it lies outside.</summary>
    public double Cpk => Math.Min(Upper - Mean, Mean - Lower) / (3 * Spread);

    /// <summary>Standard error of <see cref="Cpk"/> as estimated from normal parts.</summary>
    public double CpkError => Math.Sqrt(1.0 / (9 * Parts) + Cpk * Cpk / (2 * (Parts - 1)));

    /// <summary>From measured parts; missing ones are left out.</summary>
    /// <exception cref="ArgumentException">Fewer than two parts, or all are equal.</exception>
    public static ProcessCapability Of(IEnumerable<double> parts, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        var (count, mean, squares) = (0, 0.0, 0.0);
        foreach (var part in parts)
        {
            if (double.IsNaN(part)) continue;
            var delta = part - mean;
            mean += delta / ++count;
            squares += delta * (part - mean);
        }
        if (count < 2 || !(squares > 0)) throw new ArgumentException($"Capability needs at least two parts that differ; there are {count}.", nameof(parts));
        return new(mean, Math.Sqrt(squares / (count - 1)), lower, upper, count);
    }
}
