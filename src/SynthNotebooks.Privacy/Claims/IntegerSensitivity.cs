namespace SynthNotebooks.Privacy;

/// <summary>How far a vector of integers moves between neighbours; its subclass tells the unit, so that a share cannot pass for a count.</summary>
/// <remarks>There is no subclass for probabilities on purpose: noise for a count, divided by the number of records, protects nothing (DataSynthesizer, issue 34).</remarks>
public abstract record IntegerSensitivity
{
    /// <param name="l1">Largest sum of absolute changes, at least 1.</param>
    /// <param name="squaredL2">Largest sum of squared changes, at least 1 and at most l1².</param>
    /// <param name="relation">Between which tables.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal.</exception>
    private protected IntegerSensitivity(long l1, long squaredL2, NeighbouringRelation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        if (l1 is < 1 or > int.MaxValue * 1024L) throw new ArgumentOutOfRangeException(nameof(l1), l1, "An L1 sensitivity must lie in 1 to 2^41.");
        if (squaredL2 < 1 || squaredL2 > (Int128)l1 * l1)
            throw new ArgumentOutOfRangeException(nameof(squaredL2), squaredL2, "A squared L2 sensitivity must lie in 1 to the square of the L1 sensitivity.");
        (L1, SquaredL2, Relation) = (l1, squaredL2, relation);
    }

    /// <summary>Largest sum of absolute changes.</summary>
    public long L1 { get; }

    /// <summary>Largest sum of squared changes.</summary>
    public long SquaredL2 { get; }

    /// <summary>Between which tables.</summary>
    public NeighbouringRelation Relation { get; }
}
