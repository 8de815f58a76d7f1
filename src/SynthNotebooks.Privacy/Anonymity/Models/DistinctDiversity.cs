using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Every class has at least l different values of a sensitive column.</summary>
/// <remarks>Source: Machanavajjhala, Kifer, Gehrke, Venkitasubramaniam, ACM TKDD 1(1), 2007, doi:10.1145/1217299.1217302.</remarks>
/// <param name="Column">The sensitive column.</param>
/// <param name="L">At least 1, at most the number of its values.</param>
public sealed record DistinctDiversity(string Column, int L) : IPrivacyModel
{
    /// <inheritdoc/>
    public string Name => $"distinct {L}-diversity of {Column}";

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => true;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var counts = new SensitiveCounts(table, Column);
        if (L < 1 || L > counts.Totals.Length) throw new AnonymityException($"l is {L}; column '{Column}' has {counts.Totals.Length} different values, so l must lie in 1 to {counts.Totals.Length}.");
        return new Test(counts, L);
    }

    private sealed class Test(SensitiveCounts counts, int l) : IClassTest
    {
        public bool Holds(ReadOnlySpan<int> rows, int population)
        {
            if (rows.Length < l) return false;
            counts.Count(rows);
            return counts.Seen.Length >= l;
        }
    }
}
