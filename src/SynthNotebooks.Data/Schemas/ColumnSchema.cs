namespace SynthNotebooks.Data;

/// <summary>What is known of one column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">How cells are stored.</param>
/// <param name="Role">What the column means.</param>
/// <param name="NullRate">Share of missing cells, 0 to 1.</param>
/// <param name="Minimum">Smallest number (days for dates, seconds for time stamps, see <see cref="Column.CopyNumbers"/>); null for text.</param>
/// <param name="Maximum">Largest number, as above.</param>
/// <param name="Decimals">Decimal places that the numbers need, 0 to 15; null for text, dates and numbers that need more.</param>
/// <param name="Distinct">Number of distinct values that are not missing.</param>
/// <param name="Categories">The values of a category or ordinal column as text, the most frequent first; null for other roles.</param>
/// <param name="Format">How values are spelled.</param>
public sealed record ColumnSchema(
    string Name,
    ColumnKind Kind,
    ColumnRole Role,
    double NullRate = 0,
    double? Minimum = null,
    double? Maximum = null,
    int? Decimals = null,
    int Distinct = 0,
    IReadOnlyList<string>? Categories = null,
    ColumnFormat? Format = null)
{
    /// <summary>Whether models treat the column as a number on a scale (continuous, date or time stamp).</summary>
    public bool IsNumeric => Role is ColumnRole.Continuous or ColumnRole.Ordinal or ColumnRole.Date or ColumnRole.Timestamp;
}
