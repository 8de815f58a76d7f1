namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>What a scan found, column by column.</summary>
/// <param name="Findings">At most one a column, in the table's order.</param>
/// <param name="Clear">Columns in which nothing was found; they are released as they are.</param>
/// <param name="Rows">Rows scanned.</param>
public sealed record SafeHarborReport(IReadOnlyList<SafeHarborFinding> Findings, IReadOnlyList<string> Clear, int Rows)
{
    /// <summary>Year in which the table is released, which tells ages from births.</summary>
    public int AsOf { get; init; } = TimeProvider.System.GetUtcNow().Year;

    /// <summary>What no scan can establish.</summary>
    public const string Caution =
        "A scan finds identifiers by name and pattern; it cannot prove that none is left. Safe Harbor also asks that you have no actual knowledge that the rest could identify a person.";
}
