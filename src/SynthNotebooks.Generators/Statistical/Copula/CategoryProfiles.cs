using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Shares of the other columns' classes within each category of a column, in the chi-squared metric.</summary>
internal static class CategoryProfiles
{
    private const double PriorRecords = 5; // keeps the profiles of rare categories near the mean

    /// <param name="codes">Category of each row, −1 where missing.</param>
    /// <param name="categories">Number of categories.</param>
    /// <param name="others">Classes of the other columns.</param>
    /// <returns>[categories][all classes]: (share within − share overall) / √(share overall).</returns>
    public static double[][] Of(int[] codes, int categories, IEnumerable<ScalingVariable> others)
    {
        var profiles = new List<double>[categories];
        for (var c = 0; c < categories; c++) profiles[c] = [];
        foreach (var other in others)
        {
            var counts = new double[categories * other.Count];
            double[] margin = new double[other.Count], weight = new double[categories];
            var total = 0.0;
            for (var row = 0; row < codes.Length; row++)
            {
                if (codes[row] < 0 || other.Codes[row] < 0) continue;
                counts[codes[row] * other.Count + other.Codes[row]]++;
                margin[other.Codes[row]]++;
                weight[codes[row]]++;
                total++;
            }
            for (var k = 0; k < other.Count; k++)
            {
                if (margin[k] == 0) continue;
                var share = margin[k] / total;
                for (var c = 0; c < categories; c++)
                    profiles[c].Add(((counts[c * other.Count + k] + PriorRecords * share) / (weight[c] + PriorRecords) - share) / Math.Sqrt(share));
            }
        }
        return [.. profiles.Select(profile => profile.ToArray())];
    }
}
