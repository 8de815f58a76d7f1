namespace SynthNotebooks.Privacy;

/// <summary>Where a monotone condition changes, to the last bit; the end returned always meets the condition (or is the end of the range).</summary>
internal static class Bisection
{
    /// <summary>Smallest number that meets a condition which stays met above it.</summary>
    public static double SmallestTrue(Func<double, bool> condition, double low, double high)
    {
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (condition(middle)) high = middle;
            else low = middle;
        }
    }

    /// <summary>Largest number that meets a condition which stays met below it.</summary>
    public static double LargestTrue(Func<double, bool> condition, double low, double high)
    {
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return low;
            if (condition(middle)) low = middle;
            else high = middle;
        }
    }
}
