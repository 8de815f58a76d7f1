using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>In every class the entropy of a sensitive column is at least ln l.</summary>
/// <remarks>Source: Machanavajjhala et al., ACM TKDD 1(1), 2007, doi:10.1145/1217299.1217302.</remarks>
/// <param name="Column">The sensitive column.</param>
/// <param name="L">At least 1, at most e to the entropy of the whole column.</param>
public sealed record EntropyDiversity(string Column, double L) : IPrivacyModel
{
    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"entropy {L:G4}-diversity of {Column}");

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => false;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var counts = new SensitiveCounts(table, Column);
        if (!(L >= 1 && L <= counts.Totals.Length)) throw new AnonymityException(string.Create(CultureInfo.InvariantCulture, $"l is {L}; column '{Column}' has {counts.Totals.Length} different values, so l must lie in 1 to {counts.Totals.Length}."));
        return new Test(counts, PortableMath.Log(L));
    }

    private sealed class Test(SensitiveCounts counts, double least) : IClassTest
    {
        public bool Holds(ReadOnlySpan<int> rows, int population)
        {
            counts.Count(rows);
            // H = ln n − Σ c ln c / n
            var sum = new FixedOrderSum();
            foreach (var code in counts.Seen) sum.Add(counts.Counts[code] * PortableMath.Log(counts.Counts[code]));
            return PortableMath.Log(rows.Length) - sum.Value / rows.Length >= least - 1e-12; // equal shares meet the bound exactly
        }
    }
}
