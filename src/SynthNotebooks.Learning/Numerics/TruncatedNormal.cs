using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A multivariate normal distribution of mean 0 cut to a box, drawn from exactly. Immutable.</summary>
/// <remarks>
/// <para>Variables are proposed one after the other, each cut to its interval given those before and tilted by a constant; a proposal is accepted by its
/// weight over the largest weight there is. The tilts are those that make the largest weight smallest, so that acceptance stays high however rare the
/// box is; <see cref="LogBound"/> bounds its probability closely.</para>
/// <para>Cost: the tilts some ten Newton steps of (2·dimensions)³ / 3; a proposal dimensions² / 2 and a quantile a dimension. Source: Botev, JRSS B 79(1), 2017,
/// doi:10.1111/rssb.12162; order of the variables after Gibson, Glasbey, Elston, Advances in Numerical Methods and Applications, 1994.</para>
/// </remarks>
public sealed class TruncatedNormal
{
    private readonly TiltedBox _box;
    private readonly double[] _tilts;

    /// <param name="covariance">[n, n], positive definite; the lower triangle counts.</param>
    /// <param name="low">Lower ends, −∞ for none.</param>
    /// <param name="high">Upper ends, each above its lower end; +∞ for none.</param>
    /// <exception cref="ArgumentException">The covariance is not positive definite, or an interval is empty.</exception>
    public TruncatedNormal(double[,] covariance, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        for (var i = 0; i < low.Length; i++)
            if (!(low[i] < high[i])) throw new ArgumentException(FormattableString.Invariant($"The interval of variable {i} is empty: {low[i]} to {high[i]}."), nameof(low));
        _box = new TiltedBox(covariance, low, high);
        (_tilts, LogBound) = _box.Tilts();
    }

    /// <summary>Number of variables.</summary>
    public int Dimensions => _box.Dimensions;

    /// <summary>Logarithm of an upper bound of the box's probability; the share of proposals accepted is the probability over it.</summary>
    public double LogBound { get; }

    /// <summary>One proposal; false when it is rejected. To choose among boxes in proportion to their probabilities, choose by the bounds and choose anew after a rejection.</summary>
    /// <param name="random">The only source of randomness.</param>
    /// <param name="into">One number a variable; without meaning after a rejection.</param>
    public bool TryDraw(SplitRandom random, Span<double> into)
    {
        ArgumentNullException.ThrowIfNull(random);
        var weight = _box.Propose(_tilts, random, into);
        return Dimensions == 1 || PortableMath.Log(random.NextOpenDouble()) <= weight - LogBound;
    }
}
