using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Every class that is released matches at least k rows of the population.</summary>
/// <remarks>Protects against an attacker who does not know who is in the table. Source: Sweeney, PhD thesis, MIT, 2001.</remarks>
/// <param name="K">At least 1.</param>
public sealed record KMap(int K) : IPopulationModel
{
    /// <inheritdoc/>
    public string Name => $"{K}-map";

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => true;

    /// <inheritdoc/>
    public bool JudgesAbsence => false;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table) => K >= 1 ? new Test(K) : throw new AnonymityException($"k of k-map is {K}; it must be at least 1.");

    private sealed class Test(int k) : IClassTest
    {
        public bool Holds(ReadOnlySpan<int> rows, int population) => population >= k;
    }
}
