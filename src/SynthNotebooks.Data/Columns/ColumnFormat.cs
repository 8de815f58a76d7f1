namespace SynthNotebooks.Data;

/// <summary>How a column's values were spelled in its source, so that they are written the same way.</summary>
/// <param name="Decimals">Fixed number of decimal places of a real column, 0 to 15; null writes the shortest text that reads back equal.</param>
/// <param name="Pattern">.NET pattern of dates and time stamps, invariant culture; null is <c>yyyy-MM-dd</c>, with <c>HH:mm:ss</c> for time stamps.</param>
/// <param name="TrueText">Spelling of true; null is <c>true</c>.</param>
/// <param name="FalseText">Spelling of false; null is <c>false</c>.</param>
/// <param name="NullText">Spelling of a missing cell in files, e.g. <c>NA</c>; null is an empty cell.</param>
/// <param name="Role">What the user declared the column to mean, which goes before inference and stays with selections and samples; null when nothing was.</param>
public sealed record ColumnFormat(
    int? Decimals = null, string? Pattern = null, string? TrueText = null, string? FalseText = null, string? NullText = null,
    ColumnRole? Role = null)
{
    /// <summary>The invariant defaults.</summary>
    public static ColumnFormat Default { get; } = new();
}
