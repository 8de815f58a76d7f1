using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The scale of a <see cref="NumericMarginal"/>: one atom a segment, values in their order within it.</summary>
internal sealed class NumericScale : RankScale
{
    private readonly double[] _starts, _ends;
    private readonly NumericMarginal _marginal;
    private readonly double _scale;

    public NumericScale(NumericMarginal marginal)
        : base(marginal, Cumulate(marginal.Segments.Count, i => marginal.Segments[i].Mass))
    {
        _marginal = marginal;
        _starts = [.. marginal.Segments.Select(segment => segment.Start)];
        _ends = [.. marginal.Segments.Select(segment => segment.End)];
        _scale = marginal.Grid is { } grid ? NumberGrid.PowerOfTen(grid.Decimals) : 1;
    }

    public override bool IsOrdered => true;

    public override bool IsSpike(int atom) => _starts[atom] == _ends[atom];

    public override int[] AtomsOf(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var positions = Positions(column);
        var atoms = new int[positions.Length];
        for (var row = 0; row < atoms.Length; row++)
        {
            var position = positions[row];
            if (double.IsNaN(position))
            {
                atoms[row] = -1;
                continue;
            }
            var atom = Math.Max(0, LastStartingBy(position));
            if (position > _ends[atom] && atom + 1 < Atoms && _starts[atom + 1] - position < position - _ends[atom]) atom++;
            atoms[row] = atom;
        }
        return atoms;
    }

    public override RankInterval[] Locate(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var positions = Positions(column);
        var intervals = new RankInterval[positions.Length];
        for (var row = 0; row < intervals.Length; row++)
            intervals[row] = double.IsNaN(positions[row]) ? new(double.NaN, double.NaN) : IntervalOf(positions[row]);
        return intervals;
    }

    public override double[] LogDensities(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var positions = Positions(column);
        var densities = new double[positions.Length];
        for (var row = 0; row < densities.Length; row++)
            densities[row] = double.IsNaN(positions[row]) ? 0 : PortableMath.Log(Density(positions[row]));
        return densities;
    }

    private double Density(double position)
    {
        var interval = IntervalOf(position);
        if (_marginal.Grid is not { } grid || !double.IsFinite(position))
        {
            var atom = LastStartingBy(position);
            return atom < 0 || position > _ends[atom] ? 0 : IsSpike(atom) ? interval.Width : Atom(atom).Width / (_ends[atom] - _starts[atom]);
        }
        return interval.Width / (_marginal.Template is TimestampColumn ? grid.Step / (double)TimeSpan.TicksPerSecond : grid.Step / _scale);
    }

    public override RankSet Where(ComparisonOperator comparison, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var equal = IntervalOf(Position(value));
        RankInterval below = new(0, equal.Low), above = new(equal.High, 1);
        return comparison switch
        {
            ComparisonOperator.Equal => RankSet.Of([equal]),
            ComparisonOperator.NotEqual => RankSet.Of([below, above]),
            ComparisonOperator.Less => RankSet.Of([below]),
            ComparisonOperator.LessOrEqual => RankSet.Of([below, equal]),
            ComparisonOperator.Greater => RankSet.Of([above]),
            _ => RankSet.Of([equal, above]),
        };
    }

    private int LastStartingBy(double position)
    {
        var found = Array.BinarySearch(_starts, position);
        if (found < 0) return ~found - 1;
        while (found + 1 < Atoms && _starts[found + 1] == position) found++;
        return found;
    }

    // Zero width for what lies between grid points or segments.
    private RankInterval IntervalOf(double position)
    {
        var atom = LastStartingBy(position);
        if (atom < 0) return new(0, 0);
        var whole = Atom(atom);
        double start = _starts[atom], end = _ends[atom];
        if (position > end) return new(whole.High, whole.High);
        if (start == end) return whole;
        if (_marginal.Grid is null)
        {
            var point = whole.Low + whole.Width * ((position - start) / (end - start));
            return new(point, point);
        }
        var cell = whole.Width / (end - start + 1);
        var low = whole.Low + cell * (Math.Ceiling(position) - start);
        return new(low, position == Math.Floor(position) ? position == end ? whole.High : low + cell : low);
    }

    private double[] Positions(Column column)
    {
        if (column.Kind != _marginal.Template.Kind) throw OtherKind(column);
        var positions = new double[column.Length];
        for (var row = 0; row < positions.Length; row++)
        {
            positions[row] = column.IsNull(row) ? double.NaN : column switch
            {
                DoubleColumn real => Position(real.Values[row]),
                Int64Column whole => Position((Int128)whole.Values[row], 0),
                TimestampColumn time => Position((Int128)time.Values[row], 0),
                DateColumn day => Position((Int128)day.Values[row], 0),
                _ => throw OtherKind(column),
            };
        }
        return positions;
    }

    private double Position(object value) => (_marginal.Template.Kind, value) switch
    {
        (ColumnKind.Real, long or int or float or double or decimal) => Position(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        (ColumnKind.Integer, long whole) => Position((Int128)whole, 0),
        (ColumnKind.Integer, int whole) => Position((Int128)whole, 0),
        (ColumnKind.Integer, float or double or decimal) when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var real =>
            double.IsFinite(real) && Math.Abs(real) < 1e30 ? Position((Int128)Math.Floor(real), real - Math.Floor(real)) : real,
        (ColumnKind.Date, DateOnly day) => Position((Int128)day.DayNumber, 0),
        (ColumnKind.Date, DateTime time) => Position((Int128)(time.Ticks / TimeSpan.TicksPerDay), time.Ticks % TimeSpan.TicksPerDay),
        (ColumnKind.Timestamp, DateTime time) => Position((Int128)time.Ticks, 0),
        (ColumnKind.Timestamp, DateOnly day) => Position((Int128)day.DayNumber * TimeSpan.TicksPerDay, 0),
        _ => throw Unfit(value),
    };

    // A half stands for whatever lies between two grid points.
    private double Position(Int128 unit, double rest)
    {
        var (quotient, remainder) = Int128.DivRem(unit - _marginal.Grid!.Offset, _marginal.Grid.Step);
        if (remainder < 0) quotient--;
        return (double)quotient + (remainder != 0 || rest != 0 ? 0.5 : 0);
    }

    private double Position(double value)
    {
        if (_marginal.Grid is not { } grid || !double.IsFinite(value)) return value;
        var near = Math.Floor((value * _scale - grid.Offset) / grid.Step);
        if (!(Math.Abs(near) < 4e15)) return near;
        for (var position = near - 1; position <= near + 1; position++)
        {
            var there = (grid.Offset + grid.Step * (long)position) / _scale;
            if (there == value) return position;
            if (there > value) return position - 0.5;
        }
        return near + 1.5;
    }
}
