using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>Fixes a threshold on one half of the records and bounds epsilon with the other.</summary>
internal static class ThresholdSplit
{
    private const double Alpha = 0.05;

    public static EpsilonBound? Bound(double[] members, double[] others, ulong seed, double delta)
    {
        if (members.Length < 2 || others.Length < 2) return null;
        var random = new SplitRandom(seed).Split("threshold");
        var (chosenIn, judgedIn) = Halves(members, random.Split("members"));
        var (chosenOut, judgedOut) = Halves(others, random.Split("others"));
        var threshold = Best(chosenIn, chosenOut, delta);
        return EpsilonBound.Of(Above(judgedIn, threshold), judgedIn.Length, Above(judgedOut, threshold), judgedOut.Length, delta, Alpha);
    }

    private static (double[] First, double[] Second) Halves(double[] scores, SplitRandom random)
    {
        double[] mixed = [.. scores];
        random.Shuffle(mixed.AsSpan());
        return (mixed[..(mixed.Length / 2)], mixed[(mixed.Length / 2)..]);
    }

    // Thresholds at few false alarms and at few missed members: the bound is won at the ends.
    private static double Best(double[] members, double[] others, double delta)
    {
        Array.Sort(members);
        Array.Sort(others);
        var (best, bound) = (others[^1], double.NegativeInfinity);
        foreach (var rank in Ranks(others.Length)) Try(Gap(others[^(rank + 1)], members, others));
        foreach (var rank in Ranks(members.Length)) Try(BelowOf(members[rank], members, others));
        return best;

        void Try(double threshold)
        {
            var reached = EpsilonBound.Lower(Above(members, threshold), members.Length, Above(others, threshold), others.Length, delta, Alpha);
            if (reached > bound) (best, bound) = (threshold, reached);
        }
    }

    // 0, 1, 2, ... and then by steps of a quarter.
    private static IEnumerable<int> Ranks(int count)
    {
        for (var rank = 0; rank < count; rank += Math.Max(1, rank / 4)) yield return rank;
    }

    // Halfway between a score and the next one above it.
    private static double Gap(double score, double[] members, double[] others)
    {
        var next = Math.Min(NextAbove(members, score), NextAbove(others, score));
        return double.IsFinite(next) ? score + (next - score) / 2 : score;
    }

    private static double BelowOf(double score, double[] members, double[] others)
    {
        var next = Math.Max(NextBelow(members, score), NextBelow(others, score));
        return double.IsFinite(next) ? next + (score - next) / 2 : Math.BitDecrement(score);
    }

    private static double NextAbove(double[] sorted, double score)
    {
        foreach (var other in sorted.AsSpan(First(sorted, score)))
            if (other > score) return other;
        return double.PositiveInfinity;
    }

    private static double NextBelow(double[] sorted, double score) => First(sorted, score) is > 0 and var at ? sorted[at - 1] : double.NegativeInfinity;

    private static int First(double[] sorted, double score)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < score) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int Above(double[] scores, double threshold)
    {
        var count = 0;
        foreach (var score in scores)
            if (score > threshold) count++;
        return count;
    }
}
