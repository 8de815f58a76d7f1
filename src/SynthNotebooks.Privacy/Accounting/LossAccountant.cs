namespace SynthNotebooks.Privacy;

/// <summary>Composes privacy-loss distributions by the Fourier transform; the tightest accountant here, never below the truth.</summary>
/// <remarks>
/// <para>Every rounding goes towards more loss: losses move to a grid whose pair dominates (see the source), tails that are cut count as infinite losses, and
/// a bound of the transform's error is added to δ. Both directions (a record taken out, one put in) are composed and the worse is reported.</para>
/// <para>Cost: O(n log n) for n grid points over the composed losses; ten thousand steps of DP-SGD take well below a second. Sources: Koskela, Jälkö,
/// Honkela, arXiv:1906.03049 (Fourier accountant); Doroshenko et al., arXiv:2207.04380 (grid); Sommer, Meiser, Mohammadi, PoPETs 2019 (losses).</para>
/// </remarks>
public sealed class LossAccountant
{
    private readonly List<(PrivacyEvent Happened, int Count)> _events = [];
    private readonly double _step;
    private ComposedLoss[]? _composed;

    /// <param name="relation">Between which tables.</param>
    /// <param name="step">Distance of grid points, default 1e-4, legal 1e-6 to 0.1; finer is tighter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not legal.</exception>
    public LossAccountant(NeighbouringRelation relation, double step = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(relation);
        Contracts.Require.InRange(step, 1e-6, 0.1);
        (Relation, _step) = (relation, step);
    }

    /// <summary>Between which tables.</summary>
    public NeighbouringRelation Relation { get; }

    /// <summary>Adds an event, some number of times.</summary>
    /// <returns>This accountant.</returns>
    public LossAccountant Compose(PrivacyEvent happened, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0) _events.Add((happened, count));
        _composed = null;
        return this;
    }

    /// <summary>Smallest ε at a δ; +∞ when δ is below what cutting the tails can resolve.</summary>
    public double Epsilon(double delta)
    {
        AccountingRange.CheckDelta(delta);
        var worst = 0.0;
        foreach (var loss in Composed()) worst = Math.Max(worst, loss.Epsilon(delta));
        return worst;
    }

    /// <summary>Smallest δ at an ε.</summary>
    public double Delta(double epsilon)
    {
        AccountingRange.CheckEpsilon(epsilon);
        var worst = 0.0;
        foreach (var loss in Composed()) worst = Math.Max(worst, loss.Delta(epsilon));
        return worst;
    }

    private ComposedLoss[] Composed()
    {
        if (_composed is not null) return _composed;
        if (_events.Count == 0) return [];
        List<(LossGrid, int)> removed = [], added = [];
        var symmetric = true;
        foreach (var (happened, count) in _events)
        {
            var (one, other) = happened.Losses(Relation);
            var grid = LossGrid.Of(one, _step);
            removed.Add((grid, count));
            added.Add((ReferenceEquals(one, other) ? grid : LossGrid.Of(other, _step), count));
            symmetric &= ReferenceEquals(one, other);
        }
        return _composed = symmetric ? [ComposedLoss.Of(removed, _step)] : [ComposedLoss.Of(removed, _step), ComposedLoss.Of(added, _step)];
    }
}
