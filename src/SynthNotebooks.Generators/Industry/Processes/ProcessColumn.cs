using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Processes;

/// <summary>A column that a process fills.</summary>
/// <param name="Name">As it stands in the table; lower case with underscores.</param>
/// <param name="Kind">Numbers as they are, truth as 0 or 1, dates and time stamps as seconds since 1970-01-01, text as a position in the categories.</param>
/// <param name="Unit">Of a number, e.g. <c>mm/s</c>; null for none.</param>
public sealed record ProcessColumn(string Name, ColumnKind Kind, string? Unit = null)
{
    /// <summary>Values of a text column.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Decimal places that a real number is rounded to; null for as many as it has.</summary>
    public int? Decimals { get; init; }
}
