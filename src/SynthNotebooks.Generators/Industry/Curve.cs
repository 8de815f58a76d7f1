namespace SynthNotebooks.Generators.Industry;

/// <summary>A function given by a few points: straight between them, constant beyond the first and the last.</summary>
internal sealed class Curve
{
    private readonly (double X, double Y)[] _points;

    private Curve((double X, double Y)[] points) => _points = points;

    /// <param name="points">At least one, x ascending.</param>
    public static Curve Through(params (double X, double Y)[] points) => new(points);

    public double At(double x)
    {
        var points = _points;
        if (x <= points[0].X) return points[0].Y;
        for (var i = 1; i < points.Length; i++)
        {
            if (x > points[i].X) continue;
            var (x0, y0) = points[i - 1];
            return y0 + (points[i].Y - y0) * (x - x0) / (points[i].X - x0);
        }
        return points[^1].Y;
    }
}
