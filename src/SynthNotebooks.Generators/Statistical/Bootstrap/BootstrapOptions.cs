using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="BootstrapGenerator"/>.</summary>
/// <param name="Smoothing">
/// Normal noise added to numbers, in standard deviations of the column; the result is drawn in so that the variance stays. 0 repeats rows exactly.
/// Default 0; legal 0 to 10.
/// </param>
public sealed record BootstrapOptions(double Smoothing = 0)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate() => Require.InRange(Smoothing, 0, 10);
}
