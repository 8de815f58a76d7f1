namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Minimises a smooth function of a few numbers without derivatives.</summary>
/// <remarks>Source: Nelder, Mead, Computer Journal 7(4), 1965, doi:10.1093/comjnl/7.4.308; started again once at the point found, as a flat simplex may stop early.</remarks>
internal static class SimplexSearch
{
    private const int MostSteps = 600;
    private const double Tolerance = 1e-7; // between the best and the worst corner

    /// <param name="cost">NaN counts as infinitely bad.</param>
    /// <param name="start">Not changed.</param>
    /// <param name="step">First length of the simplex's edges.</param>
    public static double[] Minimise(Func<double[], double> cost, double[] start, double step) => Descend(cost, Descend(cost, start, step), step / 4);

    private static double[] Descend(Func<double[], double> cost, double[] start, double step)
    {
        var n = start.Length;
        var corners = new (double Cost, double[] At)[n + 1];
        for (var i = 0; i <= n; i++)
        {
            var at = (double[])start.Clone();
            if (i < n) at[i] += step;
            corners[i] = (Cost(at), at);
        }
        for (var round = 0; round < MostSteps; round++)
        {
            Array.Sort(corners, (a, b) => a.Cost.CompareTo(b.Cost));
            if (corners[n].Cost - corners[0].Cost < Tolerance) break;
            var middle = new double[n];
            for (var i = 0; i < n; i++)
                for (var k = 0; k < n; k++) middle[k] += corners[i].At[k] / n;
            var mirrored = Towards(middle, corners[n].At, -1);
            if (mirrored.Cost < corners[0].Cost)
            {
                var further = Towards(middle, corners[n].At, -2);
                corners[n] = further.Cost < mirrored.Cost ? further : mirrored;
            }
            else if (mirrored.Cost < corners[n - 1].Cost) corners[n] = mirrored;
            else
            {
                var nearer = mirrored.Cost < corners[n].Cost ? Towards(middle, mirrored.At, 0.5) : Towards(middle, corners[n].At, 0.5);
                if (nearer.Cost < Math.Min(mirrored.Cost, corners[n].Cost)) corners[n] = nearer;
                else
                    for (var i = 1; i <= n; i++) corners[i] = Towards(corners[0].At, corners[i].At, 0.5);
            }
        }
        return corners.MinBy(corner => corner.Cost).At;

        double Cost(double[] at) => cost(at) is var value && double.IsNaN(value) ? double.PositiveInfinity : value;

        (double, double[]) Point(double[] at) => (Cost(at), at);

        (double Cost, double[] At) Towards(double[] from, double[] to, double share)
        {
            var at = new double[n];
            for (var k = 0; k < n; k++) at[k] = from[k] + share * (to[k] - from[k]);
            return Point(at);
        }
    }
}
