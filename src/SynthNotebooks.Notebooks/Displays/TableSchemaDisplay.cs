using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>How each column is read and what follows for what models make of it.</summary>
public sealed class TableSchemaDisplay : TableDisplay<TableSchema>
{
    /// <inheritdoc/>
    protected override TableView View(TableSchema value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"schema of {Counts.Of(value.Columns.Count, "column")}",
            [new("column"), new("role"), new("stored as"), new("missing", IsNumber: true), new("distinct", IsNumber: true), new("values"), new("made anew")],
            [.. value.Columns.Select(Row)])
        {
            Note = "Change a role with #!schema NAME --set column=role (identifier, category, ordinal, continuous, date, timestamp, free-text).",
        };
    }

    private static IReadOnlyList<string?> Row(ColumnSchema column) =>
    [
        column.Name,
        Magics.ArgumentText.Kebab(column.Role.ToString()),
        column.Kind.ToString().ToLowerInvariant(),
        (100 * column.NullRate).ToString("0.#", CultureInfo.InvariantCulture) + " %",
        column.Distinct.ToString("N0", CultureInfo.InvariantCulture),
        Values(column),
        Treatment(column.Role),
    ];

    // Values of identifiers and free text are records of their own: they are not listed.
    private static string Values(ColumnSchema column) => column switch
    {
        { Role: ColumnRole.Identifier or ColumnRole.FreeText } => "",
        { Categories: { Count: > 0 } categories } => string.Join(", ", categories.Take(4).Select(value => VisibleText.Of(ClippedText.Of(value, 20)))) + (categories.Count > 4 ? ", …" : ""),
        { Minimum: { } low, Maximum: { } high } => $"{Bound(column, low)} to {Bound(column, high)}{(column.Decimals is > 0 and var decimals ? $", {Counts.Of(decimals, "decimal")}" : "")}",
        _ => "",
    };

    private static string Bound(ColumnSchema column, double value) => column.Kind switch
    {
        ColumnKind.Date when value is >= 0 and <= 3652058 => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnKind.Timestamp when value is >= 0 and < 315537897600 => new DateTime((long)(value * TimeSpan.TicksPerSecond)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => value.ToString("G15", CultureInfo.InvariantCulture),
    };

    private static string Treatment(ColumnRole role) => role switch
    {
        ColumnRole.Identifier or ColumnRole.FreeText => "in the same format, never copied",
        ColumnRole.Category => "rare values pooled (--min-count)",
        _ => "extremes smoothed",
    };
}
