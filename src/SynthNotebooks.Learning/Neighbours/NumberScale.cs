using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Puts the numbers of one column on the scale on which they are compared with other columns: (value − <paramref name="Low"/>) / <paramref name="Width"/>.</summary>
/// <param name="Low">The value that becomes 0.</param>
/// <param name="Width">The distance that becomes 1; above 0.</param>
/// <param name="Missing">Where missing numbers (NaN) stand: at least one unit from every number the scale was made of, and at no distance from each other.</param>
/// <param name="Clips">Whether values outside 0 to 1 are moved to the nearer end.</param>
public readonly record struct NumberScale(double Low, double Width, float Missing, bool Clips)
{
    /// <summary>The range becomes 0 to 1; other values are clipped. A constant column keeps its unit; one without a number stays as it is.</summary>
    public static NumberScale OfRange(ReadOnlySpan<double> values)
    {
        var (low, high) = Ends(values);
        if (low > high) (low, high) = (0, 1);
        return new(low, high > low ? high - low : 1, -1, Clips: true);
    }

    /// <summary>Mean 0 and standard deviation 1; nothing is clipped. Numbers must be finite or NaN.</summary>
    public static NumberScale OfDeviation(ReadOnlySpan<double> values)
    {
        FixedOrderSum sum = default, squares = default;
        var count = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            sum.Add(value);
            count++;
        }
        if (count == 0) return new(0, 1, -1, Clips: false);
        var mean = sum.Value / count;
        foreach (var value in values)
            if (!double.IsNaN(value)) squares.Add((value - mean) * (value - mean));
        var deviation = Math.Sqrt(squares.Value / count);
        if (!(deviation > 0)) deviation = 1;
        return new(mean, deviation, (float)((Ends(values).Low - mean) / deviation) - 1, Clips: false);
    }

    /// <summary>The numbers on the scale; NaN becomes <see cref="Missing"/>.</summary>
    public float[] Encode(ReadOnlySpan<double> values)
    {
        var scaled = new float[values.Length];
        for (var row = 0; row < scaled.Length; row++)
        {
            var value = (values[row] - Low) / Width;
            scaled[row] = double.IsNaN(value) ? Missing : (float)(Clips ? Math.Clamp(value, 0, 1) : value);
        }
        return scaled;
    }

    private static (double Low, double High) Ends(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return (low, high);
    }
}
