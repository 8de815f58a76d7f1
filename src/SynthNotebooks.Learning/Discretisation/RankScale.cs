using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The uniform scale of a marginal, read backwards: where a cell lies on it. Immutable.</summary>
/// <remarks>
/// <para>The scale is made of atoms, in order: categories, spikes, and short runs of numbers. <see cref="Marginal.Decode"/> of a uniform number
/// inside a cell's interval gives the cell back (an off-grid number up to rounding).</para>
/// <para>Cost: a cell O(log atoms). Columns that are made anew (identifiers, free text) are one atom, which every cell lies in.</para>
/// </remarks>
public abstract class RankScale
{
    private readonly double[] _upper;

    private protected RankScale(Marginal marginal, double[] upper) => (Marginal, _upper) = (marginal, upper);

    /// <summary>What the scale belongs to.</summary>
    public Marginal Marginal { get; }

    /// <summary>Number of atoms, at least 1.</summary>
    public int Atoms => _upper.Length;

    /// <summary>Whether neighbouring atoms hold neighbouring values.</summary>
    public abstract bool IsOrdered { get; }

    /// <summary>Whether conditions on the column's values can be read as parts of the scale; false when its values are made anew.</summary>
    public virtual bool IsComparable => true;

    /// <summary>The scale of a marginal.</summary>
    public static RankScale Of(Marginal marginal)
    {
        ArgumentNullException.ThrowIfNull(marginal);
        return marginal switch
        {
            NumericMarginal numeric => new NumericScale(numeric),
            CategoryMarginal { Count: > 0 } category => new CategoryScale(category),
            _ => new OpaqueScale(marginal),
        };
    }

    /// <summary>The part of the scale that an atom takes.</summary>
    public RankInterval Atom(int atom) => new(atom == 0 ? 0 : _upper[atom - 1], _upper[atom]);

    /// <summary>Whether an atom is one single value.</summary>
    public abstract bool IsSpike(int atom);

    /// <summary>For each cell the atom it lies in, or the nearest when it lies between two; −1 where missing or when its category never comes out.</summary>
    /// <exception cref="ArgumentException">The column is of another kind than the marginal.</exception>
    public abstract int[] AtomsOf(Column column);

    /// <summary>For each cell its interval; NaN where missing or when its category never comes out.</summary>
    /// <exception cref="ArgumentException">The column is of another kind than the marginal.</exception>
    public abstract RankInterval[] Locate(Column column);

    /// <summary>For each cell the logarithm of the marginal's density, missing cells left out of it.</summary>
    /// <remarks>
    /// Lebesgue measure for numbers (days, seconds), on a grid spread over its step; counting measure for categories and for spikes off any grid.
    /// −∞ where the value never comes out, 0 where missing and where values are made anew.
    /// </remarks>
    /// <exception cref="ArgumentException">The column is of another kind than the marginal.</exception>
    public abstract double[] LogDensities(Column column);

    /// <summary>The part of the scale whose values stand to a value as told.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public abstract RankSet Where(ComparisonOperator comparison, object value);

    /// <summary>Shares of the atoms summed up, the last exactly 1.</summary>
    private protected static double[] Cumulate(int atoms, Func<int, double> mass)
    {
        var table = new CumulativeTable([.. Enumerable.Range(0, atoms).Select(mass)]);
        var upper = new double[atoms];
        for (var i = 0; i < atoms; i++) upper[i] = table.Upper(i);
        return upper;
    }

    private protected ArgumentException Unfit(object value) =>
        new($"Column '{Marginal.Name}' cannot be compared with '{value}' ({value.GetType().Name}).", nameof(value));

    private protected ArgumentException OtherKind(Column column) =>
        new($"Column '{column.Name}' of kind {column.Kind} does not fit the marginal of '{Marginal.Name}'.", nameof(column));
}
