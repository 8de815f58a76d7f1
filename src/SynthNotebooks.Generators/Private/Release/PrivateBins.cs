using SynthNotebooks.Data;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Generators.Private;

/// <summary>Cuts a declared range into bins where the records lie, paid for with zCDP: a tree of halvings by noisy counts.</summary>
/// <remarks>
/// Level by level, the bin with the most records by its noisy count is halved until there are as many as wanted or none holds more than the noise and an
/// even share can tell. Each level is one histogram of those bins that were halved last, so a record is in one bin of a level. So spikes (a zero that most
/// records have) become bins of their own, and empty stretches stay whole. Cost: levels · rows. Source: Zhang, Xiao, Xie, SIGMOD 2016,
/// doi:10.1145/2882903.2882928 (the idea of the tree).
/// </remarks>
internal static class PrivateBins
{
    /// <summary>First unit of each bin, ascending.</summary>
    /// <param name="range">The declared range.</param>
    /// <param name="column">The real column.</param>
    /// <param name="bins">Most bins, at least 2.</param>
    /// <param name="rho">What may be spent.</param>
    /// <param name="allowance">Is charged.</param>
    /// <param name="bits">Where noise comes from.</param>
    public static long[] Cut(RangeDomain range, Column column, int bins, double rho, RhoAllowance allowance, RandomBits bits)
    {
        var levels = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(range.Values - 1));
        var mechanism = DiscreteGaussianMechanism.ForRho(CountSensitivity.OfHistograms(new AddRemove()), rho / levels, bits);
        allowance.Use(rho); // all levels, whether they are reached or not
        var units = range.Units(column);
        units = [.. units.Where(unit => unit != long.MinValue)];
        Array.Sort(units);
        var noise = Math.Sqrt(mechanism.Variance.ToDouble());
        var leaves = new List<Bin> { new(range.Low, range.High, double.PositiveInfinity) };
        var total = 0.0;
        for (var level = 0; level < levels; level++)
        {
            // An even share of the records, or what stands clear of the noise.
            var enough = level == 0 ? 0 : Math.Max(total / bins, 4 * noise);
            var halved = leaves.Where(bin => bin.First < bin.Last && bin.Level == level && bin.Count > enough).OrderByDescending(bin => bin.Count).Take(Math.Max(0, bins - leaves.Count)).ToList();
            if (halved.Count == 0) break;
            var halves = new List<Bin>();
            foreach (var bin in halved)
            {
                var middle = bin.First + (bin.Last - bin.First) / 2;
                halves.Add(new(bin.First, middle, 0) { Level = level + 1 });
                halves.Add(new(middle + 1, bin.Last, 0) { Level = level + 1 });
                leaves.Remove(bin);
            }
            var noisy = mechanism.Release([.. halves.Select(bin => Count(units, bin))]);
            for (var i = 0; i < halves.Count; i++) leaves.Add(halves[i] with { Count = noisy[i] });
            if (level == 0) total = Math.Max(1, noisy[0] + noisy[1]);
        }
        return [.. leaves.Select(bin => bin.First).Order()];
    }

    private readonly record struct Bin(long First, long Last, double Count)
    {
        public int Level { get; init; }
    }

    private static long Count(long[] sorted, Bin bin) => Below(sorted, bin.Last + 1) - Below(sorted, bin.First);

    private static long Below(long[] sorted, long unit)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < unit) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
