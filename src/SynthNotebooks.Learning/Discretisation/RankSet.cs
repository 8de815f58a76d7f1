namespace SynthNotebooks.Learning;

/// <summary>A part of a uniform scale: disjoint intervals in ascending order. Immutable.</summary>
public sealed class RankSet
{
    // Keeps picked numbers off the very ends, so that rounding cannot decode them into a neighbouring value.
    private const double Margin = 1e-9;
    private readonly RankInterval[] _parts;

    private RankSet(RankInterval[] parts) => _parts = parts;

    /// <summary>Nothing.</summary>
    public static RankSet Empty { get; } = new([]);

    /// <summary>The whole scale.</summary>
    public static RankSet All { get; } = new([new(0, 1)]);

    /// <summary>The intervals, ascending, none of zero width.</summary>
    public IReadOnlyList<RankInterval> Parts => _parts;

    /// <summary>The union of intervals in any order.</summary>
    public static RankSet Of(IEnumerable<RankInterval> intervals)
    {
        var parts = new List<RankInterval>();
        foreach (var interval in intervals.Where(interval => interval.Width > 0).OrderBy(interval => interval.Low))
        {
            if (parts.Count > 0 && interval.Low <= parts[^1].High) parts[^1] = parts[^1] with { High = Math.Max(parts[^1].High, interval.High) };
            else parts.Add(interval);
        }
        return new([.. parts]);
    }

    /// <summary>What lies in either.</summary>
    public RankSet Union(RankSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(_parts.Concat(other._parts));
    }

    /// <summary>What lies in both.</summary>
    public RankSet Intersect(RankSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var parts = new List<RankInterval>();
        for (int i = 0, j = 0; i < _parts.Length && j < other._parts.Length;)
        {
            RankInterval a = _parts[i], b = other._parts[j];
            var both = new RankInterval(Math.Max(a.Low, b.Low), Math.Min(a.High, b.High));
            if (both.Width > 0) parts.Add(both);
            if (a.High < b.High) i++;
            else j++;
        }
        return new([.. parts]);
    }

    /// <summary>The rest of the scale.</summary>
    public RankSet Complement()
    {
        var parts = new List<RankInterval>();
        var from = 0.0;
        foreach (var part in _parts)
        {
            if (part.Low > from) parts.Add(new(from, part.Low));
            from = part.High;
        }
        if (from < 1) parts.Add(new(from, 1));
        return new([.. parts]);
    }

    /// <summary>Width of what lies inside an interval.</summary>
    public double Width(RankInterval within)
    {
        var width = 0.0;
        foreach (var part in _parts) width += Math.Max(0, Math.Min(part.High, within.High) - Math.Max(part.Low, within.Low));
        return width;
    }

    /// <summary>A number inside both this set and an interval.</summary>
    /// <param name="within">Must overlap the set.</param>
    /// <param name="uniform">0 to 1 (excluded); uniform numbers give a uniform choice.</param>
    public double Pick(RankInterval within, double uniform)
    {
        var rest = uniform * Width(within);
        var last = default(RankInterval);
        foreach (var part in _parts)
        {
            var both = new RankInterval(Math.Max(part.Low, within.Low), Math.Min(part.High, within.High));
            if (!(both.Width > 0)) continue;
            last = both;
            if (rest < both.Width) break;
            rest -= both.Width;
        }
        var share = Math.Clamp(rest / last.Width, 0, 1);
        return last.At(Margin + share * (1 - 2 * Margin));
    }
}
