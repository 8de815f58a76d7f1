using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Every class has at least k rows.</summary>
/// <remarks>Source: Sweeney, IJUFKS 10(5), 2002, doi:10.1142/S0218488502001648.</remarks>
/// <param name="K">At least 1.</param>
public sealed record KAnonymity(int K) : IPrivacyModel
{
    /// <inheritdoc/>
    public string Name => $"{K}-anonymity";

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => true;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (K < 1) throw new AnonymityException($"k is {K}; it must be at least 1.");
        if (K > table.Rows.Count) throw new AnonymityException($"k is {K}, but the table has only {table.Rows.Count} rows; no class can be that large.");
        return new Test(K);
    }

    private sealed class Test(int k) : IClassTest
    {
        public bool Holds(ReadOnlySpan<int> rows, int population) => rows.Length >= k;
    }
}
