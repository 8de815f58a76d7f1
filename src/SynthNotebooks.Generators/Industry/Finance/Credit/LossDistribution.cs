using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>Simulated losses, each scenario as likely as any other.</summary>
public sealed class LossDistribution
{
    private readonly double[] _ascending;

    /// <param name="losses">At least one, finite; positive is a loss.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public LossDistribution(IEnumerable<double> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        _ascending = [.. losses];
        if (_ascending.Length == 0) throw new ArgumentException("There are no losses.", nameof(losses));
        if (Array.Find(_ascending, loss => !double.IsFinite(loss)) is var bad && bad != 0) throw new ArgumentException($"A loss is {bad}; it must be finite.", nameof(losses));
        Array.Sort(_ascending);
        Mean = FixedOrderSum.Of(_ascending) / _ascending.Length;
    }

    /// <summary>The losses from the smallest to the largest.</summary>
    public IReadOnlyList<double> Ascending => _ascending;

    /// <summary>Mean loss.</summary>
    public double Mean { get; }

    /// <summary>The smallest loss that at least the share <paramref name="level"/> of the scenarios do not exceed.</summary>
    /// <param name="level">E.g. 0.99; above 0 and below 1.</param>
    public double ValueAtRisk(double level) => _ascending[Index(level)];

    /// <summary>Mean of the worst share 1 - level of the scenarios; the scenario at the edge counts in part.</summary>
    /// <param name="level">E.g. 0.99; above 0 and below 1.</param>
    /// <remarks>Source: Acerbi, Tasche, Journal of Banking and Finance 26(7), 2002, doi:10.1016/S0378-4266(02)00283-2.</remarks>
    public double ExpectedShortfall(double level)
    {
        var first = Index(level);
        var n = _ascending.Length;
        var beyond = FixedOrderSum.Of(_ascending.AsSpan(first + 1));
        return (beyond + (first + 1 - n * level) * _ascending[first]) / (n * (1 - level));
    }

    private int Index(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "level must lie between 0 and 1.");
        return Math.Clamp((int)Math.Ceiling(level * _ascending.Length - 1e-9) - 1, 0, _ascending.Length - 1);
    }
}
