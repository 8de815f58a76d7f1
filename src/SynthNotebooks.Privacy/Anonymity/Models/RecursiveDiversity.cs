using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Recursive (c, l)-diversity: in every class the most frequent value occurs less than c times as often as all but the l − 1 most frequent together.</summary>
/// <remarks>r₁ &lt; c (r_l + ... + r_m). Source: Machanavajjhala et al., ACM TKDD 1(1), 2007, doi:10.1145/1217299.1217302.</remarks>
/// <param name="Column">The sensitive column.</param>
/// <param name="C">Above 0.</param>
/// <param name="L">At least 2, at most the number of values.</param>
public sealed record RecursiveDiversity(string Column, double C, int L) : IPrivacyModel
{
    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"recursive ({C:G4}, {L})-diversity of {Column}");

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => false;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var counts = new SensitiveCounts(table, Column);
        if (!(C > 0)) throw new AnonymityException(string.Create(CultureInfo.InvariantCulture, $"c of recursive diversity of '{Column}' is {C}; it must be above 0."));
        if (L < 2 || L > counts.Totals.Length) throw new AnonymityException($"l is {L}; column '{Column}' has {counts.Totals.Length} different values, so l of recursive diversity must lie in 2 to {counts.Totals.Length}.");
        return new Test(counts, C, L);
    }

    private sealed class Test(SensitiveCounts counts, double c, int l) : IClassTest
    {
        private readonly int[] _sorted = new int[counts.Totals.Length];

        public bool Holds(ReadOnlySpan<int> rows, int population)
        {
            counts.Count(rows);
            var seen = counts.Seen;
            if (seen.Length < l) return false;
            for (var i = 0; i < seen.Length; i++) _sorted[i] = -counts.Counts[seen[i]];
            Array.Sort(_sorted, 0, seen.Length);
            long rest = 0;
            for (var i = l - 1; i < seen.Length; i++) rest -= _sorted[i];
            return -_sorted[0] < c * rest;
        }
    }
}
