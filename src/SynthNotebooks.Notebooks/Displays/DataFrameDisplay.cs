using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The head and the tail of a table; of real records only the first few.</summary>
public sealed class DataFrameDisplay : TableDisplay<DataFrame>
{
    /// <summary>Rows shown of a synthetic table.</summary>
    public const int Rows = 20;

    /// <summary>Rows shown of a table whose records are real, or may be.</summary>
    public const int RealRows = 5;

    /// <summary>Columns shown.</summary>
    public const int Columns = 20;

    /// <inheritdoc/>
    protected override TableView View(DataFrame value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var synthetic = value.Origin == DataOrigin.Synthetic;
        var count = (int)value.Rows.Count;
        int[] shown = synthetic
            ? count <= Rows ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, Rows / 2), .. Enumerable.Range(count - Rows / 2, Rows / 2)]
            : [.. Enumerable.Range(0, Math.Min(count, value.IsSummary ? Rows : RealRows))];
        var columns = value.Columns.Take(Columns).ToArray();
        var rows = shown.Select(row => (IReadOnlyList<string?>)[.. columns.Select(column => value.IsSummary ? Figure(column, row) : column.GetText(row))]).ToList();
        var names = shown.Select(row => row.ToString(CultureInfo.InvariantCulture)).ToList();
        if (synthetic && count > Rows)
        {
            rows.Insert(Rows / 2, [.. columns.Select(_ => "…")]);
            names.Insert(Rows / 2, "…");
        }
        return Titled(value, rows, names, Note(value, count, shown.Length));
    }

    /// <summary>Some rows of a table under its caption, badge and headings.</summary>
    internal static TableView Titled(DataFrame table, IReadOnlyList<IReadOnlyList<string?>> rows, IReadOnlyList<string> names, string note) =>
        new(Counts.Table(table.Rows.Count, table.Columns.Count), [.. table.Columns.Take(Columns).Select(Heading)], rows)
        {
            Badge = OriginBadge.Of(table.Origin),
            RowNames = names,
            Note = note,
        };

    // Six digits of a mean tell enough; the digits before the point all stay.
    private static string? Figure(Column column, int row)
    {
        if (column is not DoubleColumn { Format.Decimals: null } reals || reals.IsNull(row)) return column.GetText(row);
        var value = reals.Values[row];
        return Math.Abs(value) < 1e15 ? value.ToString(Math.Abs(value) >= 1e5 ? "F0" : "G6", CultureInfo.InvariantCulture) : column.GetText(row);
    }

    private static TableViewColumn Heading(Column column) =>
        new(column.Name, column.Kind.ToString().ToLowerInvariant(), column.Kind is ColumnKind.Integer or ColumnKind.Real);

    private static string Note(DataFrame frame, int rows, int shown)
    {
        var more = frame.Columns.Skip(Columns).Select(column => VisibleText.Of(ClippedText.Of(column.Name, 40))).ToArray();
        string[] notes =
        [
            .. frame.Origin != DataOrigin.Synthetic && shown < rows ? [$"The first {shown} rows are shown, since the records are or may be real."] : Array.Empty<string>(),
            .. more.Length > 0 ? [$"Not shown: {Counts.Of(more.Length, "column")} ({string.Join(", ", more.Take(10))}{(more.Length > 10 ? ", …" : "")})."] : Array.Empty<string>(),
        ];
        return string.Join(" ", notes);
    }
}
