using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>How strongly the distributions of groups of records (by component, by hidden state) are pulled to their common mean.</summary>
/// <remarks>
/// Each group's distribution is the posterior mean under a Dirichlet prior at the common mean, whose weight is chosen so that every record is predicted
/// best from the others of its group: noise gets a heavy prior, what defines the groups a light one. Source of the leave-one-out likelihood: Minka,
/// Estimating a Dirichlet distribution, 2000. Counts are an array of groups, <c>stride</c> apart, of which the items from <c>start</c> on are meant.
/// </remarks>
/// <param name="items">Number of items of the distributions.</param>
internal sealed class GroupShrinkage(int items)
{
    private const float Lightest = 0.05f, Heaviest = 20_000;
    private const float ManyRows = 30_000;
    private float _strength = 2;
    private int _stays = 1; // 1 when the prior knows of staying, 0 when it does without

    /// <summary>The factor on the priors of the last rounds: what the user chose, but nearer to 1 for small tables, where sharpness is copying.</summary>
    public static float Sharpness(double smoothing, int rows) => (float)Math.Min(Math.Max(1, smoothing), smoothing * Math.Max(1, ManyRows / rows));

    /// <summary>Moves the prior's weight towards the one that predicts left-out records best, by a factor of four at most.</summary>
    /// <param name="counts">Records.</param>
    /// <param name="start">First item of the first group.</param>
    /// <param name="stride">Distance of groups.</param>
    /// <param name="mean">The common mean, sum 1.</param>
    /// <param name="own">What a record adds on average where it is counted, 0 to 1: less than 1 when records are spread over groups.</param>
    /// <param name="stay">Share of the prior of group g that stands on item g instead of on the common mean.</param>
    public void Adapt(float[] counts, int start, int stride, ReadOnlySpan<float> mean, float own, float stay = 0)
    {
        var now = _strength;
        var best = double.NegativeInfinity;
        for (var stays = 0; stays <= (stay > 0 ? 1 : 0); stays++)
        {
            for (var candidate = now / 4; candidate <= now * 4; candidate *= 2)
            {
                if (candidate is < Lightest or > Heaviest) continue;
                var score = LeaveOneOut(counts, start, stride, mean, own, candidate, stays * stay);
                if (score > best) (best, _strength, _stays) = (score, candidate, stays);
            }
        }
    }

    /// <summary>Replaces the counts by the groups' distributions.</summary>
    /// <param name="counts">Records.</param>
    /// <param name="start">First item of the first group.</param>
    /// <param name="stride">Distance of groups.</param>
    /// <param name="mean">The common mean, sum 1.</param>
    /// <param name="factor">On the prior's weight.</param>
    /// <param name="stay">As in <see cref="Adapt"/>.</param>
    public void Apply(float[] counts, int start, int stride, ReadOnlySpan<float> mean, float factor, float stay = 0)
    {
        var prior = _strength * factor;
        stay *= _stays;
        for (var at = start; at < counts.Length; at += stride)
        {
            var part = counts.AsSpan(at, items);
            var sum = prior;
            foreach (var count in part) sum += count;
            var group = (at - start) / stride;
            if (stay > 0) part[group] += prior * stay;
            for (var s = 0; s < items; s++) part[s] = (part[s] + prior * (1 - stay) * mean[s]) / sum;
        }
    }

    private double LeaveOneOut(float[] counts, int start, int stride, ReadOnlySpan<float> mean, float own, float strength, float stay)
    {
        var score = 0.0;
        for (var at = start; at < counts.Length; at += stride)
        {
            var part = counts.AsSpan(at, items);
            var (total, group) = (0f, stay > 0 ? (at - start) / stride : -1);
            for (var s = 0; s < items; s++)
            {
                total += part[s];
                if (part[s] > 1e-3f) score += part[s] * PortableMath.Log(MathF.Max(part[s] - own, 0) + strength * ((1 - stay) * mean[s] + (s == group ? stay : 0)));
            }
            if (total > 1e-3f) score -= total * PortableMath.Log(MathF.Max(total - own, 0) + strength);
        }
        return score;
    }
}
