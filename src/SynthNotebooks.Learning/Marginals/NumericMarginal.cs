using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The distribution of numbers, days or points in time: exact spikes, piecewise uniform between them, smoothed tails.</summary>
/// <remarks>
/// <para>A value that many records share (at least the minimum count and 1/1024 of them) keeps exactly its share. The other values are gathered,
/// in order, into runs of at least that many records, uniform from the run's first value to its last, so the distribution function is off by no more
/// than a run's share. Values lie on the grid of the training values (whole numbers, cents, full hours). The most extreme records at either
/// end are replaced by a uniform tail of the same mean, never beyond the largest value.</para>
/// <para>Cost: fit O(n log n), a cell O(1). Source of the smoothed quantile function: Parzen, JASA 74, 1979, doi:10.1080/01621459.1979.10481621.</para>
/// </remarks>
public sealed class NumericMarginal : Marginal
{
    private readonly double[] _starts, _ends;
    private readonly CumulativeTable _table;
    private readonly Column _template;

    /// <param name="template">A column of no rows that gives name, kind and format.</param>
    /// <param name="segments">Pieces in ascending order, at least one.</param>
    /// <param name="grid">What the pieces' positions mean; null when they are the real values themselves.</param>
    /// <param name="missingRate">Share of missing cells, 0 to 1.</param>
    public NumericMarginal(Column template, IReadOnlyList<NumericSegment> segments, NumberGrid? grid, double missingRate)
        : base(template?.Name ?? throw new ArgumentNullException(nameof(template)), missingRate)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (grid is null && template is not DoubleColumn)
            throw new ArgumentException($"Column '{template.Name}' of kind {template.Kind} needs a grid.", nameof(grid));
        (_template, Segments, Grid) = (template, segments, grid);
        _starts = [.. segments.Select(segment => segment.Start)];
        _ends = [.. segments.Select(segment => segment.End)];
        _table = new CumulativeTable([.. segments.Select(segment => segment.Mass)]);
    }

    /// <summary>The pieces, ascending.</summary>
    public IReadOnlyList<NumericSegment> Segments { get; }

    /// <summary>The grid; null for real values off any grid.</summary>
    public NumberGrid? Grid { get; }

    /// <summary>A column of no rows with the name, kind and format of what comes out.</summary>
    public Column Template => _template;

    /// <inheritdoc/>
    public override bool IsLatent => Segments.Count > 1 || _starts[0] != _ends[0];

    /// <summary>Learns the distribution of a column.</summary>
    /// <param name="column">Integer, real, date or time stamp; at least one cell that is not missing.</param>
    /// <param name="options">How careful to be.</param>
    /// <remarks>Infinities seen at least the minimum count of times keep their share; rarer ones are left out.</remarks>
    public static NumericMarginal Of(Column column, MarginalOptions options)
    {
        ArgumentNullException.ThrowIfNull(column);
        var decimals = column is DoubleColumn real ? real.Format.Decimals ?? Places(real.Values) : null;
        var onGrid = NumberGrid.Of(column, decimals);
        var positions = onGrid?.Positions ?? FinitePositions(column);
        Array.Sort(positions);
        var segments = SegmentBuilder.Build(positions, onGrid is not null, options);
        if (column is DoubleColumn values) AddInfinities(segments, values.Values, positions.Length == 0 ? 1 : options.MinimumCount);
        return new(column.Slice(0, 0), Shifted(segments, onGrid?.Grid, out var grid), grid, MissingShare(column));
    }

    /// <inheritdoc/>
    public override Column Decode(ReadOnlySpan<double> uniforms, ReadOnlySpan<bool> missing, SplitRandom random)
    {
        var n = uniforms.Length;
        if (_template is DoubleColumn)
        {
            var reals = new double[n];
            if (Grid is null)
                for (var i = 0; i < n; i++) reals[i] = Real(uniforms[i]);
            else
            {
                var scale = NumberGrid.PowerOfTen(Grid.Decimals);
                for (var i = 0; i < n; i++) reals[i] = OnGrid(uniforms[i]) is var position && double.IsFinite(position) ? Grid.Unit(position) / scale : position;
            }
            for (var i = 0; i < missing.Length; i++)
                if (missing[i]) reals[i] = double.NaN;
            return new DoubleColumn(Name, reals, _template.Format);
        }
        var nulls = NullMask.Of(missing);
        if (_template is DateColumn)
        {
            var days = new int[n];
            for (var i = 0; i < n; i++) days[i] = (int)Grid!.Unit(OnGrid(uniforms[i]));
            return new DateColumn(Name, days, nulls, _template.Format);
        }
        var units = new long[n];
        for (var i = 0; i < n; i++) units[i] = Grid!.Unit(OnGrid(uniforms[i]));
        return _template is TimestampColumn
            ? new TimestampColumn(Name, units, nulls, _template.Format)
            : new Int64Column(Name, units, nulls, _template.Format);
    }

    // Lets the grid begin at the first position that can come out, so that the smallest training value is not kept.
    private static List<NumericSegment> Shifted(List<NumericSegment> segments, NumberGrid? grid, out NumberGrid? shifted)
    {
        shifted = grid;
        if (grid is null || segments.FindIndex(segment => double.IsFinite(segment.Start)) is not (>= 0 and var first)) return segments;
        var start = segments[first].Start;
        shifted = grid with { Offset = grid.Unit(start) };
        return segments.ConvertAll(segment => new NumericSegment(segment.Start - start, segment.End - start, segment.Mass));
    }

    private double OnGrid(double uniform)
    {
        var i = _table.Find(uniform, out var within);
        double start = _starts[i], end = _ends[i];
        return start == end ? start : Math.Min(end, start + Math.Floor(within * (end - start + 1)));
    }

    private double Real(double uniform)
    {
        var i = _table.Find(uniform, out var within);
        double start = _starts[i], end = _ends[i];
        return start == end ? start : start * (1 - within) + end * within;
    }

    private static double[] FinitePositions(Column column)
    {
        var numbers = new List<double>(column.Length);
        foreach (var value in column.ToNumbers())
            if (double.IsFinite(value)) numbers.Add(value);
        return [.. numbers];
    }

    // The decimal places that hold every finite value; null when more than 15 would be needed.
    private static int? Places(ReadOnlySpan<double> values)
    {
        var places = 0;
        var scale = 1.0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            while (Math.Round(value * scale) / scale != value)
            {
                if (++places > 15) return null;
                scale *= 10;
            }
        }
        return places;
    }

    private static void AddInfinities(List<NumericSegment> segments, ReadOnlySpan<double> values, int minimumCount)
    {
        int low = 0, high = 0;
        foreach (var value in values)
        {
            if (double.IsNegativeInfinity(value)) low++;
            else if (double.IsPositiveInfinity(value)) high++;
        }
        if (low > 0 && low >= minimumCount) segments.Insert(0, new(double.NegativeInfinity, double.NegativeInfinity, low));
        if (high > 0 && high >= minimumCount) segments.Add(new(double.PositiveInfinity, double.PositiveInfinity, high));
    }
}
