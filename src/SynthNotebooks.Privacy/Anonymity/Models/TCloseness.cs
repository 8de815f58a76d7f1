using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>In every class a sensitive column is distributed as in the whole table, up to an earth mover's distance of t.</summary>
/// <remarks>The whole table is the one given, suppressed rows included. Source: Li, Li, Venkatasubramanian, ICDE 2007, doi:10.1109/ICDE.2007.367856.</remarks>
/// <param name="Column">The sensitive column.</param>
/// <param name="T">0 to 1.</param>
/// <param name="Distance">Between values; default equal.</param>
/// <param name="Hierarchy">Of the sensitive column; needed by the hierarchical distance only.</param>
public sealed record TCloseness(string Column, double T, GroundDistance Distance = GroundDistance.Equal, GeneralisationHierarchy? Hierarchy = null) : IPrivacyModel
{
    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{T:G4}-closeness of {Column} ({Distance.ToString().ToLowerInvariant()} distance)");

    /// <inheritdoc/>
    public bool SurvivesAnyMerge => false;

    /// <inheritdoc/>
    public IClassTest Bind(DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!(T is >= 0 and <= 1)) throw new AnonymityException(string.Create(CultureInfo.InvariantCulture, $"t of '{Column}' is {T}; it must lie in 0 to 1."));
        if (Distance == GroundDistance.Hierarchical && Hierarchy is null) throw new AnonymityException($"t-closeness of '{Column}' with a hierarchical distance needs a hierarchy of that column.");
        _ = new SensitiveCounts(table, Column); // complains about an unknown column
        return new Test(DistributionDistance.Of(table[Column], Distance, Hierarchy), T);
    }

    private sealed class Test(DistributionDistance distance, double t) : IClassTest
    {
        public bool Holds(ReadOnlySpan<int> rows, int population) => distance.FromWhole(rows) <= t + 1e-12;
    }
}
