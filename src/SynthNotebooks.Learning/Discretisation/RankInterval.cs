namespace SynthNotebooks.Learning;

/// <summary>A piece [Low, High) of a marginal's uniform scale.</summary>
/// <param name="Low">0 to 1, included.</param>
/// <param name="High">At least <paramref name="Low"/>, excluded; equal to it for a single point of a continuous distribution and for a value that never comes out.</param>
public readonly record struct RankInterval(double Low, double High)
{
    /// <summary>Share of the marginal's values.</summary>
    public double Width => High - Low;

    /// <summary>The middle.</summary>
    public double Middle => Low + (High - Low) / 2;

    /// <summary>A uniform number inside, never at the end.</summary>
    /// <param name="within">How far inside, 0 to 1 (excluded).</param>
    public double At(double within) => High > Low ? Math.Min(Low + within * (High - Low), Math.BitDecrement(High)) : Math.Min(Low, Math.BitDecrement(1.0));
}
