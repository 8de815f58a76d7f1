using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>One atom for a column whose values say nothing about other columns.</summary>
internal sealed class OpaqueScale(Marginal marginal) : RankScale(marginal, [1.0])
{
    public override bool IsOrdered => false;

    public override bool IsComparable => Marginal is CategoryMarginal; // without any value every comparison is false

    public override bool IsSpike(int atom) => true;

    public override int[] AtomsOf(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var atoms = new int[column.Length];
        for (var row = 0; row < atoms.Length; row++) atoms[row] = column.IsNull(row) ? -1 : 0;
        return atoms;
    }

    public override RankInterval[] Locate(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var intervals = new RankInterval[column.Length];
        for (var row = 0; row < intervals.Length; row++) intervals[row] = column.IsNull(row) ? new(double.NaN, double.NaN) : new(0, 1);
        return intervals;
    }

    public override double[] LogDensities(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var densities = new double[column.Length];
        if (Marginal is CategoryMarginal)
            for (var row = 0; row < densities.Length; row++) densities[row] = column.IsNull(row) ? 0 : double.NegativeInfinity;
        return densities;
    }

    public override RankSet Where(ComparisonOperator comparison, object value) => IsComparable
        ? RankSet.Empty
        : throw new ArgumentException($"The values of column '{Marginal.Name}' are made anew, so no condition can be put on them.", nameof(value));
}
