namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>Where a score stands between its floor (0) and its ceiling (1): (value − floor) / (ceiling − floor), as measured.</summary>
/// <remarks>
/// May leave 0 to 1: a synthetic table can be closer to train than a holdout is, and worse than independent columns. Drawn clipped.
/// </remarks>
public static class Gauge
{
    /// <summary>A floor and a ceiling closer than this leave no room to measure in.</summary>
    public const double LeastRoom = 1e-3;

    /// <summary>The rescaled value; null with the reason when it has no meaning.</summary>
    public static (double? Value, string? Undefined) Of(double? value, double? floor, double? ceiling, bool higherIsBetter = true)
    {
        if (value is null) return (null, "the score is undefined");
        if (floor is null) return (null, "the floor is undefined");
        if (ceiling is null) return (null, "the ceiling is undefined");
        var room = higherIsBetter ? ceiling.Value - floor.Value : floor.Value - ceiling.Value;
        if (room < LeastRoom) return (null, "independent columns score as well as real rows, so there is no room between floor and ceiling");
        return ((value.Value - floor.Value) / (ceiling.Value - floor.Value), null);
    }
}
