using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The scale of a <see cref="CategoryMarginal"/>: one atom a value.</summary>
internal sealed class CategoryScale : RankScale
{
    private readonly CategoryMarginal _marginal;
    private readonly Dictionary<object, int> _atoms = [];

    public CategoryScale(CategoryMarginal marginal)
        : base(marginal, Cumulate(marginal.Count, i => marginal.Masses.Span[i]))
    {
        _marginal = marginal;
        for (var i = 0; i < marginal.Count; i++) _atoms.TryAdd(marginal.Palette[i]!, i);
    }

    public override bool IsOrdered => false;

    public override bool IsSpike(int atom) => true;

    public override int[] AtomsOf(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Kind != _marginal.Palette.Kind) throw OtherKind(column);
        var codes = CategoryCodes.Of(column);
        var byCode = new int[codes.Counts.Length];
        for (var code = 0; code < byCode.Length; code++) byCode[code] = _atoms.GetValueOrDefault(column[codes.FirstRows[code]]!, -1);
        var atoms = codes.Codes;
        for (var row = 0; row < atoms.Length; row++) atoms[row] = atoms[row] < 0 ? -1 : byCode[atoms[row]];
        return atoms;
    }

    public override RankInterval[] Locate(Column column)
    {
        var atoms = AtomsOf(column);
        var intervals = new RankInterval[atoms.Length];
        for (var row = 0; row < atoms.Length; row++) intervals[row] = atoms[row] < 0 ? new(double.NaN, double.NaN) : Atom(atoms[row]);
        return intervals;
    }

    public override double[] LogDensities(Column column)
    {
        var atoms = AtomsOf(column);
        var densities = new double[atoms.Length];
        for (var row = 0; row < atoms.Length; row++)
            densities[row] = atoms[row] >= 0 ? PortableMath.Log(Atom(atoms[row]).Width) : column.IsNull(row) ? 0 : double.NegativeInfinity;
        return densities;
    }

    public override RankSet Where(ComparisonOperator comparison, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var parts = new List<RankInterval>();
        for (var i = 0; i < Atoms; i++)
            if (Holds(Order(_marginal.Palette[i]!, value), comparison)) parts.Add(Atom(i));
        return RankSet.Of(parts);
    }

    private int Order(object cell, object value) => (cell, value) switch
    {
        (string text, string other) => string.CompareOrdinal(text, other),
        (bool flag, bool other) => flag.CompareTo(other),
        (long whole, long other) => whole.CompareTo(other),
        (DateOnly day, DateOnly other) => day.CompareTo(other),
        (DateTime time, DateTime other) => time.CompareTo(other),
        (DateTime time, DateOnly other) => time.CompareTo(other.ToDateTime(TimeOnly.MinValue)),
        (DateOnly day, DateTime other) => day.ToDateTime(TimeOnly.MinValue).CompareTo(other),
        (long or double, long or int or double or float or decimal) =>
            Convert.ToDouble(cell, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => throw Unfit(value),
    };

    private static bool Holds(int order, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
