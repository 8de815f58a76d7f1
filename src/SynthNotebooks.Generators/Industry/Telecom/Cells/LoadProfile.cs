using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Telecom.Cells;

/// <summary>Expected load of a cell by hour and weekday, as a share of its mean.</summary>
/// <remarks>The shapes are bumps of our own: traffic of cells has a strong daily and weekly cycle that follows what the area is used for (Xu et al., IEEE/ACM Transactions on Networking 25(2), 2017, doi:10.1109/TNET.2016.2623950).</remarks>
internal static class LoadProfile
{
    private const int Hours = 24, Days = 7;

    private static readonly double[][] Shapes = [.. Enum.GetValues<CellArea>().Select(Week)];

    /// <param name="area">Whom the cell serves.</param>
    /// <param name="seconds">Time since 1970-01-01.</param>
    public static double At(CellArea area, double seconds)
    {
        var hours = seconds / 3600;
        var place = hours + 3 * Hours; // 1970-01-01 was a Thursday; hour 0 is that of Monday
        place -= Math.Floor(place / (Hours * Days)) * (Hours * Days);
        var (first, share) = ((int)place, place - Math.Floor(place));
        var week = Shapes[(int)area];
        return week[first] * (1 - share) + week[(first + 1) % week.Length] * share;
    }

    private static double[] Week(CellArea area)
    {
        var week = new double[Hours * Days];
        for (var i = 0; i < week.Length; i++) week[i] = Shape(area, i % Hours, i / Hours >= 5);
        var mean = week.Average();
        return [.. week.Select(value => value / mean)];
    }

    private static double Shape(CellArea area, int hour, bool weekend) => area switch
    {
        CellArea.Residential => 0.25 + Bump(hour, 20, 3.5, 1) + (weekend ? Bump(hour, 13, 4, 0.7) : Bump(hour, 8, 1.5, 0.3)),
        CellArea.Business => 0.12 + (weekend ? Bump(hour, 14, 4, 0.2) : Bump(hour, 11, 2.5, 1) + Bump(hour, 15, 2.5, 0.8)),
        CellArea.Transit => 0.15 + (weekend ? Bump(hour, 15, 4, 0.5) : Bump(hour, 8, 1.3, 1) + Bump(hour, 17.5, 1.8, 1)),
        _ => 0.4 + Bump(hour, 19, 4, 0.5),
    };

    private static double Bump(double hour, double centre, double width, double height)
    {
        var distance = Math.Abs(hour - centre);
        distance = Math.Min(distance, Hours - distance); // midnight is no wall
        return height * PortableMath.Exp(-distance * distance / (2 * width * width));
    }
}
