using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>The sum of a day's jumps of a log price: a Poisson number of normal jumps.</summary>
/// <remarks>Source: Merton, Journal of Financial Economics 3(1–2), 1976, doi:10.1016/0304-405X(76)90022-2.</remarks>
/// <param name="perDay">Expected number of jumps a day.</param>
/// <param name="mean">Of one jump.</param>
/// <param name="spread">Deviation of one jump.</param>
internal sealed class JumpSizes(double perDay, double mean, double spread)
{
    private readonly double _none = PortableMath.Exp(-perDay);

    /// <summary>What jumps add to the log price of a day on average.</summary>
    public double Mean => perDay * mean;

    /// <summary>Number of jumps and their sum.</summary>
    public (int Count, double Sum) Draw(SplitRandom random)
    {
        var count = PoissonCount.Draw(perDay, _none, random);
        return count == 0 ? (0, 0) : (count, count * mean + Math.Sqrt(count) * spread * random.NextNormal());
    }
}
