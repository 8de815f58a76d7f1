namespace SynthNotebooks.Privacy;

/// <summary>The way of a real vector through integers: to the grid, noise in steps, back.</summary>
internal static class GridNoise
{
    public static double[] Release(ReadOnlySpan<double> values, PublicGrid grid, Func<long[], long[]> noise)
    {
        var steps = new long[values.Length];
        for (var i = 0; i < steps.Length; i++) steps[i] = grid.ToSteps(values[i]);
        return Array.ConvertAll(noise(steps), grid.ToNumber);
    }
}
