using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="KdeGenerator"/>.</summary>
/// <param name="Bandwidth">Factor on the bandwidth of all columns. Less is sharper, and near 0 copies. Default 1; legal 0.05 to 20.</param>
/// <param name="Rule">Rule of the bandwidth of numbers: <c>silverman</c> (default) or <c>scott</c>.</param>
public sealed record KdeOptions(double Bandwidth = 1, BandwidthRule Rule = BandwidthRule.Silverman)
{
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Require.InRange(Bandwidth, 0.05, 20);
        Require.InRange((int)Rule, 0, 1);
    }
}
