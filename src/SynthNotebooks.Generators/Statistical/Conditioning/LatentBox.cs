using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Latent variables that lie in intervals of their uniform scale. Immutable.</summary>
/// <param name="Latents">Numbers of the variables, ascending.</param>
/// <param name="Intervals">The interval of each, of a width above 0.</param>
internal sealed record LatentBox(int[] Latents, RankInterval[] Intervals)
{
    public static LatentBox Free { get; } = new([], []);

    public static LatentBox Of(int latent, RankInterval interval) => interval is { Low: <= 0, High: >= 1 } ? Free : new([latent], [interval]);

    /// <summary>What lies in both; null when nothing does.</summary>
    public LatentBox? Intersect(LatentBox other)
    {
        var (latents, intervals) = (new List<int>(), new List<RankInterval>());
        for (int i = 0, j = 0; i < Latents.Length || j < other.Latents.Length;)
        {
            int own = i < Latents.Length ? Latents[i] : int.MaxValue, their = j < other.Latents.Length ? other.Latents[j] : int.MaxValue;
            var interval = own < their ? Intervals[i] : other.Intervals[j];
            if (own == their) interval = new(Math.Max(interval.Low, Intervals[i].Low), Math.Min(interval.High, Intervals[i].High));
            if (!(interval.Width > 0)) return null;
            latents.Add(Math.Min(own, their));
            intervals.Add(interval);
            if (own <= their) i++;
            if (their <= own) j++;
        }
        return new([.. latents], [.. intervals]);
    }
}
