namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>The upper convex hull of a ROC curve: what an attacker reaches who may also flip coins between thresholds.</summary>
/// <remarks>Never below the diagonal, so scores in the wrong order give an area of .5. Source: Provost, Fawcett, Machine Learning 42, 2001, doi:10.1023/A:1007601015854.</remarks>
public sealed class RocHull
{
    private RocHull(RocPoint[] points) => Points = points;

    /// <summary>Corners from (0, 0) to (1, 1), slopes falling.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>The hull of the scores' ROC curve.</summary>
    /// <param name="members">Scores of members, at least one.</param>
    /// <param name="others">Scores of non-members, at least one.</param>
    public static RocHull Of(double[] members, double[] others)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(others);
        double[] ins = [.. members], outs = [.. others];
        Array.Sort(ins);
        Array.Sort(outs);
        var corners = new List<(long Outs, long Ins)> { (0, 0) };
        int i = ins.Length, o = outs.Length;
        while (i > 0 || o > 0)
        {
            var score = i == 0 ? outs[o - 1] : o == 0 ? ins[i - 1] : Math.Max(ins[i - 1], outs[o - 1]);
            while (i > 0 && ins[i - 1] == score) i--;
            while (o > 0 && outs[o - 1] == score) o--;
            (long Outs, long Ins) corner = (outs.Length - o, ins.Length - i);
            while (corners.Count > 1 && !Bends(corners[^2], corners[^1], corner)) corners.RemoveAt(corners.Count - 1);
            corners.Add(corner);
        }
        return new([.. corners.Select(corner => new RocPoint(corner.Outs / (double)outs.Length, corner.Ins / (double)ins.Length))]);
    }

    /// <summary>The highest share of members that can be found at a share of false alarms.</summary>
    public double At(double falsePositiveRate)
    {
        var height = 0.0;
        for (var i = 1; i < Points.Count; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            if (from.FalsePositiveRate > falsePositiveRate) break;
            var width = to.FalsePositiveRate - from.FalsePositiveRate;
            var share = width > 0 ? Math.Min(1, (falsePositiveRate - from.FalsePositiveRate) / width) : 1;
            height = from.TruePositiveRate + share * (to.TruePositiveRate - from.TruePositiveRate);
        }
        return height;
    }

    /// <summary>Area under the hull, .5 to 1.</summary>
    public double Area()
    {
        var area = 0.0;
        for (var i = 1; i < Points.Count; i++)
            area += (Points[i].FalsePositiveRate - Points[i - 1].FalsePositiveRate) * (Points[i].TruePositiveRate + Points[i - 1].TruePositiveRate) / 2;
        return area;
    }

    /// <summary>Largest difference between the two rates.</summary>
    public double Advantage() => Points.Max(point => point.TruePositiveRate - point.FalsePositiveRate);

    // Whether the middle corner lies above the line between its neighbours; exact in whole numbers.
    private static bool Bends((long X, long Y) from, (long X, long Y) middle, (long X, long Y) to) =>
        (middle.Y - from.Y) * (to.X - from.X) > (to.Y - from.Y) * (middle.X - from.X);
}
