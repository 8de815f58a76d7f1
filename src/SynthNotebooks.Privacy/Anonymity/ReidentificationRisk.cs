using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Chances that an attacker names the person of a released row.</summary>
/// <remarks>
/// The prosecutor knows that a person is in the table: 1 / class size. The journalist knows the population only: 1 / population of the class, which is the same without
/// a population. The marketer names all rows: expected share named rightly. Source: El Emam, Guide to the De-Identification of Personal Health Information, 2013, chapter 16.
/// </remarks>
/// <param name="ProsecutorHighest">Of the row most at risk.</param>
/// <param name="ProsecutorAverage">Over rows.</param>
/// <param name="JournalistHighest">Of the row most at risk.</param>
/// <param name="JournalistAverage">Over rows.</param>
/// <param name="Marketer">Expected share of rows named rightly.</param>
/// <param name="RowsAtRisk">Share of rows whose prosecutor risk is above <paramref name="Threshold"/>.</param>
/// <param name="Threshold">See <paramref name="RowsAtRisk"/>.</param>
public sealed record ReidentificationRisk(
    double ProsecutorHighest, double ProsecutorAverage, double JournalistHighest, double JournalistAverage, double Marketer, double RowsAtRisk, double Threshold)
{
    /// <summary>The risks of classes.</summary>
    /// <param name="sizes">Released rows by class, each at least 1.</param>
    /// <param name="population">Rows of the population by class, at least the size; null for none.</param>
    /// <param name="threshold">0 to 1; default 0.2.</param>
    /// <exception cref="ArgumentException">The lists do not fit each other.</exception>
    public static ReidentificationRisk Of(IReadOnlyList<int> sizes, IReadOnlyList<int>? population = null, double threshold = 0.2)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (population is not null && population.Count != sizes.Count) throw new ArgumentException($"There are {sizes.Count} classes and {population.Count} sizes of the population.", nameof(population));
        if (sizes.Count == 0) return new(0, 0, 0, 0, 0, 0, threshold);
        var expected = new FixedOrderSum();
        double highest = 0, highestOutside = 0;
        long rows = 0, atRisk = 0;
        for (var i = 0; i < sizes.Count; i++)
        {
            var outside = population?[i] ?? sizes[i];
            if (sizes[i] < 1 || outside < sizes[i]) throw new ArgumentException($"Class {i} has {sizes[i]} rows and a population of {outside}; it needs at least one row and a population no smaller.", nameof(sizes));
            rows += sizes[i];
            (highest, highestOutside) = (Math.Max(highest, 1.0 / sizes[i]), Math.Max(highestOutside, 1.0 / outside));
            expected.Add((double)sizes[i] / outside);
            if (1.0 / sizes[i] > threshold) atRisk += sizes[i];
        }
        var average = expected.Value / rows;
        return new(highest, (double)sizes.Count / rows, highestOutside, average, average, (double)atRisk / rows, threshold);
    }
}
