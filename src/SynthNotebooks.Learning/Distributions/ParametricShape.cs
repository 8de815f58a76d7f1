namespace SynthNotebooks.Learning;

/// <summary>The body of a numeric marginal apart from its spikes, in the column's own unit.</summary>
/// <remarks>
/// Spikes are values that a large share of the records has (zero incomes, 40 hours), and infinities: no density explains them. The body is cut off at the
/// marginal's ends, so that what the marginal does not tell stays untold.
/// </remarks>
public sealed class ParametricShape
{
    private const double SpikeShare = 0.05; // of the records: more on one value is a spike
    private const int MostPieces = 2048;
    private readonly NumericMarginal _marginal;
    private readonly double _step;
    private readonly List<NumericSegment> _spikes = [];
    private readonly double _low, _high; // positions

    private ParametricShape(NumericMarginal marginal)
    {
        _marginal = marginal;
        _step = marginal.Grid is { } grid ? grid.Step / (marginal.Template is Data.DoubleColumn ? NumberGrid.PowerOfTen(grid.Decimals) : 1) : 1;
        var total = marginal.Segments.Sum(segment => segment.Mass);
        var body = new List<NumericSegment>();
        foreach (var segment in marginal.Segments)
            (segment.Start == segment.End && (segment.Mass >= SpikeShare * total || double.IsInfinity(segment.Start)) ? _spikes : body).Add(segment);
        BodyMass = body.Sum(segment => segment.Mass);
        (_low, _high) = body.Count == 0 ? (0, 0) : (body[0].Start, body[^1].End);
        Body = body.Count == 0 ? null : Points(body);
    }

    /// <summary>Values and weights of the body, a few points a piece; null when all is spikes.</summary>
    public WeightedSample? Body { get; }

    /// <summary>Number of records in the body.</summary>
    public double BodyMass { get; }

    /// <summary>Values and numbers of records of the spikes.</summary>
    public IReadOnlyList<(double Value, double Records)> Spikes => [.. _spikes.Select(spike => (Value(spike.Start), spike.Mass))];

    /// <summary>Lower end of the body, half a grid step below its first value.</summary>
    public double Low => Value(_low - Margin);

    /// <summary>Upper end of the body, half a grid step above its last value.</summary>
    public double High => Value(_high + Margin);

    private double Margin => _marginal.Grid is null ? (_high - _low) * 1e-9 : 0.5;

    /// <summary>The parts of a marginal.</summary>
    public static ParametricShape Of(NumericMarginal marginal)
    {
        ArgumentNullException.ThrowIfNull(marginal);
        return new(marginal);
    }

    /// <summary>The marginal with its body replaced by a distribution, cut off at the ends and laid on the grid; spikes as they were.</summary>
    /// <param name="distribution">In the column's unit; null for an even body.</param>
    /// <remarks>A grid of at most 2048 points gets exact shares; otherwise 2048 pieces of equal share, even inside.</remarks>
    public NumericMarginal With(IDistribution? distribution)
    {
        if (Body is null) return _marginal;
        var pieces = distribution is null ? [new(_low, _high, BodyMass)] : Cut(distribution);
        foreach (var spike in _spikes) Insert(pieces, spike);
        var factor = BodyMass / pieces.Where(piece => !_spikes.Contains(piece)).Sum(piece => piece.Mass);
        if (double.IsFinite(factor)) pieces = pieces.ConvertAll(piece => _spikes.Contains(piece) ? piece : piece with { Mass = piece.Mass * factor });
        return new(_marginal.Template, pieces, _marginal.Grid, _marginal.MissingRate);
    }

    private double Value(double position) => _marginal.Grid is { } grid
        ? grid.Offset / (_marginal.Template is Data.DoubleColumn ? NumberGrid.PowerOfTen(grid.Decimals) : 1) + position * _step
        : position;

    private double Position(double value) => _marginal.Grid is null ? value : (value - Value(0)) / _step;

    private WeightedSample Points(List<NumericSegment> body)
    {
        var (values, weights) = (new List<double>(), new List<double>());
        foreach (var segment in body)
        {
            var points = segment.Start == segment.End ? 1 : 3;
            for (var k = 0; k < points; k++)
            {
                values.Add(Value(segment.Start + (segment.End - segment.Start) * ((k + 0.5) / points)));
                weights.Add(segment.Mass / points);
            }
        }
        return new([.. values], [.. weights]);
    }

    private List<NumericSegment> Cut(IDistribution distribution)
    {
        double from = distribution.Cdf(Low), to = distribution.Cdf(High);
        if (!(to - from > 1e-9)) return [new(_low, _high, BodyMass)];
        var pieces = new List<NumericSegment>();
        if (_marginal.Grid is not null && _high - _low < MostPieces)
        {
            var below = from;
            for (var position = _low; position <= _high; position++)
            {
                var above = distribution.Cdf(Value(position + 0.5));
                if (above > below) pieces.Add(new(position, position, BodyMass * (above - below) / (to - from)));
                below = Math.Max(below, above);
            }
            return pieces;
        }
        var start = _low;
        for (var k = 1; k <= MostPieces && start <= _high; k++)
        {
            var end = k == MostPieces ? _high : Math.Min(_high, Position(distribution.Quantile(from + (to - from) * k / MostPieces)));
            if (_marginal.Grid is not null) end = Math.Max(start, Math.Floor(end));
            pieces.Add(new(start, Math.Max(start, end), BodyMass / MostPieces));
            start = _marginal.Grid is not null ? end + 1 : Math.Max(start, end);
        }
        return pieces;
    }

    // Puts a spike into its place, in which the body then has nothing.
    private void Insert(List<NumericSegment> pieces, NumericSegment spike)
    {
        var at = pieces.FindIndex(piece => piece.End >= spike.Start);
        if (at < 0 || pieces[at].Start > spike.Start)
        {
            pieces.Insert(at < 0 ? pieces.Count : at, spike);
            return;
        }
        var piece = pieces[at];
        double gap = _marginal.Grid is null ? 0 : 1, width = piece.End - piece.Start + gap;
        var parts = new List<NumericSegment>(3);
        if (piece.Start < spike.Start) parts.Add(new(piece.Start, spike.Start - gap, piece.Mass * ((spike.Start - piece.Start) / width)));
        parts.Add(spike);
        if (piece.End > spike.Start) parts.Add(new(spike.Start + gap, piece.End, piece.Mass * ((piece.End - spike.Start) / width)));
        pieces.RemoveAt(at);
        pieces.InsertRange(at, parts);
    }
}
