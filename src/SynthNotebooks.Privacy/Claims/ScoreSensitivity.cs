namespace SynthNotebooks.Privacy;

/// <summary>How far any one candidate's score moves between neighbours, in integer steps of score.</summary>
public sealed record ScoreSensitivity
{
    /// <param name="steps">Largest change of one score, at least 1.</param>
    /// <param name="relation">Between which tables.</param>
    /// <param name="monotonic">True when a neighbour moves all scores the same way (e.g. counts under add-remove): half the noise is then enough.</param>
    /// <exception cref="ArgumentOutOfRangeException">The change is not positive.</exception>
    public ScoreSensitivity(long steps, NeighbouringRelation relation, bool monotonic = false)
    {
        ArgumentNullException.ThrowIfNull(relation);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (monotonic && relation is not AddRemove) throw new ArgumentException("Scores are monotonic under add-remove only.", nameof(monotonic));
        (Steps, Relation, Monotonic) = (steps, relation, monotonic);
    }

    /// <summary>Largest change of one score.</summary>
    public long Steps { get; }

    /// <summary>Between which tables.</summary>
    public NeighbouringRelation Relation { get; }

    /// <summary>Whether all scores move the same way.</summary>
    public bool Monotonic { get; }

    /// <summary>Sensitivity of real scores that are rounded to a grid.</summary>
    /// <param name="grid">Where scores are put.</param>
    /// <param name="change">Largest change of one score as computed, above 0.</param>
    /// <param name="relation">Between which tables.</param>
    public static ScoreSensitivity OnGrid(PublicGrid grid, double change, NeighbouringRelation relation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (!(change > 0 && change / grid.Step < long.MaxValue / 2)) throw new ArgumentOutOfRangeException(nameof(change), change, "The change of a score must be positive and below 2^62 steps of the grid.");
        return new((long)Math.Floor(change / grid.Step) + 1, relation);
    }
}
