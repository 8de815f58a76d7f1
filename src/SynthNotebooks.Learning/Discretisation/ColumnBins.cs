using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A column as a few states: bins on its marginal's uniform scale, and missing as the last state. Immutable.</summary>
/// <remarks>
/// <para>A bin is a run of whole atoms (see <see cref="RankScale"/>). Atoms heavier than an even share are bins of their own; the others are joined, in
/// order, into bins of equal share. Text categories stand in the order of falling frequency, so that only rare ones are joined.</para>
/// <para>A cell of a bin is made by <see cref="Marginal.Decode"/> from a uniform number inside <see cref="Interval"/>. Equal marginals give equal
/// bins. Cost: O(atoms · log atoms); encoding O(rows · log atoms).</para>
/// </remarks>
public sealed class ColumnBins
{
    private readonly int[] _binOfAtom;
    private readonly RankInterval[] _intervals;

    private ColumnBins(RankScale scale, int[] binOfAtom, int mostBins)
    {
        (Scale, _binOfAtom, MostBins) = (scale, binOfAtom, mostBins);
        _intervals = new RankInterval[binOfAtom[^1] + 1];
        for (var atom = 0; atom < binOfAtom.Length; atom++)
        {
            var bin = binOfAtom[atom];
            var starts = atom == 0 || binOfAtom[atom - 1] != bin;
            _intervals[bin] = new(starts ? scale.Atom(atom).Low : _intervals[bin].Low, scale.Atom(atom).High);
        }
    }

    /// <summary>The scale that is cut.</summary>
    public RankScale Scale { get; }

    /// <summary>The limit that the bins were cut with.</summary>
    public int MostBins { get; }

    /// <summary>Number of bins of values, at least 1.</summary>
    public int Bins => _intervals.Length;

    /// <summary>Number of states: the bins, and one for missing cells when the marginal has any.</summary>
    public int States => Bins + (Scale.Marginal.MissingRate > 0 ? 1 : 0);

    /// <summary>The state of missing cells; −1 when the marginal has none.</summary>
    public int MissingState => Scale.Marginal.MissingRate > 0 ? Bins : -1;

    /// <summary>Whether neighbouring bins hold neighbouring values.</summary>
    public bool IsOrdered => Scale.IsOrdered;

    /// <summary>Cuts a marginal's scale.</summary>
    /// <param name="marginal">What to cut.</param>
    /// <param name="mostBins">Most bins of values, at least 1.</param>
    public static ColumnBins Of(Marginal marginal, int mostBins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostBins);
        var scale = RankScale.Of(marginal);
        return new(scale, BinCutter.Cut(scale, mostBins), mostBins);
    }

    /// <summary>The part of the scale that a bin takes.</summary>
    /// <param name="bin">0 to <see cref="Bins"/> − 1.</param>
    public RankInterval Interval(int bin) => _intervals[bin];

    /// <summary>Share of a state among all cells, missing ones included; the shares sum to 1.</summary>
    /// <param name="state">0 to <see cref="States"/> − 1.</param>
    public double Share(int state)
    {
        var missing = Scale.Marginal.MissingRate;
        return state == Bins ? missing : _intervals[state].Width * (1 - missing);
    }

    /// <summary>The state of each cell; −1 where it is not known: a category that never comes out, or missing when the marginal has no missing cells.</summary>
    /// <exception cref="ArgumentException">The column is of another kind than the marginal.</exception>
    public int[] Encode(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var states = Scale.AtomsOf(column);
        for (var row = 0; row < states.Length; row++)
            states[row] = states[row] >= 0 ? _binOfAtom[states[row]] : column.IsNull(row) ? MissingState : -1;
        return states;
    }
}
