using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="KdeGenerator"/>.</summary>
/// <param name="Bandwidth">
/// Factor on the bandwidth of all columns; 0 chooses the least of 1 to 4, for numbers alone where that is enough, under which draws are hardly nearer to the rows they stand on than to rows held
/// out. Less is sharper, and near 0 copies. Default 0; legal 0 or 0.05 to 20.
/// </param>
/// <param name="Rule">Rule of the bandwidth of numbers: <c>silverman</c> (default) or <c>scott</c>.</param>
public sealed record KdeOptions(double Bandwidth = 0, BandwidthRule Rule = BandwidthRule.Silverman)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        if (Bandwidth != 0) Require.InRange(Bandwidth, 0.05, 20);
        Require.InRange((int)Rule, 0, 1);
    }
}
