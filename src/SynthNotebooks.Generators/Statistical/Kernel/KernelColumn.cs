using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>One column of the rows that kernels stand on: the atom of each cell on its marginal's scale.</summary>
internal sealed class KernelColumn
{
    private readonly RankScale _scale;

    /// <param name="marginal">The column's marginal.</param>
    /// <param name="atoms">One a row; −1 where missing, −2 where the category never comes out.</param>
    public KernelColumn(Marginal marginal, int[] atoms)
    {
        (Marginal, Atoms, _scale) = (marginal, atoms, RankScale.Of(marginal));
        if (IsNumeric)
        {
            _lows = [.. Enumerable.Range(0, _scale.Atoms).Select(atom => _scale.Atom(atom).Low)];
            _widths = [.. Enumerable.Range(0, _scale.Atoms).Select(atom => _scale.Atom(atom).Width)];
        }
        else if (marginal is CategoryMarginal { Count: > 1 } category) Choice = new CumulativeTable(category.Masses.Span);
    }

    private readonly double[] _lows = [], _widths = [];

    public Marginal Marginal { get; }

    public int[] Atoms { get; }

    /// <summary>Number of atoms of the scale.</summary>
    public int Count => _scale.Atoms;

    public bool IsNumeric => Marginal is NumericMarginal { IsLatent: true };

    /// <summary>Shares of the categories; null when there are fewer than two.</summary>
    public CumulativeTable? Choice { get; }

    public static KernelColumn Of(Marginal marginal, Column column)
    {
        var atoms = RankScale.Of(marginal).AtomsOf(column);
        for (var row = 0; row < atoms.Length; row++)
            if (atoms[row] < 0 && !column.IsNull(row)) atoms[row] = -2;
        return new(marginal, atoms);
    }

    /// <summary>Normal scores of the middles of every so many cells; NaN where missing.</summary>
    public double[] MiddleScores(int stride)
    {
        var scores = new double[(Atoms.Length + stride - 1) / stride];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = Atoms[i * stride] is >= 0 and var atom ? PortableMath.NormalQuantile(_lows[atom] + _widths[atom] / 2) : double.NaN;
        return scores;
    }

    /// <summary>A normal score within an atom; of a cell of unknown value, anywhere.</summary>
    /// <param name="atom">The atom, negative when unknown.</param>
    /// <param name="uniform">Above 0, below 1.</param>
    public double Score(int atom, double uniform) =>
        PortableMath.NormalQuantile(atom < 0 ? uniform : Math.Clamp(_lows[atom] + _widths[atom] * uniform, 1e-12, 1 - 1e-12));
}
