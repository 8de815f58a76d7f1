using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>A table page by page, in its own order or sorted by a column.</summary>
/// <remarks>Cost: one sort, O(rows log rows), when the column or direction changes; else O(rows of the page). The order is kept: 4 bytes a row.</remarks>
internal sealed class TablePages(DataFrame table)
{
    private readonly int _rows = (int)table.Rows.Count;
    private (int Column, bool Descending) _by;
    private int[]? _order;

    public DataFrame Table => table;

    public TableView Page(PageRequest request)
    {
        var columns = table.Columns.Take(DataFrameDisplay.Columns).ToArray();
        var order = request.Sort is { } sort && sort >= 0 && sort < columns.Length ? Order(sort, request.Descending) : null;
        var start = Start(request);
        var rows = new List<IReadOnlyList<string?>>();
        var names = new List<string>();
        for (var place = start; place < Math.Min(_rows, start + request.Size); place++)
        {
            var row = order is null ? place : order[place];
            rows.Add([.. columns.Select(column => column.GetText(row))]);
            names.Add(row.ToString(CultureInfo.InvariantCulture));
        }
        return DataFrameDisplay.Titled(table, rows, names, "");
    }

    /// <summary>The page with what a front end needs to turn it.</summary>
    public JsonObject Answer(PageRequest request) => new()
    {
        ["kind"] = "page",
        ["table"] = TableJson.Of(Page(request)),
        ["start"] = Start(request),
        ["size"] = request.Size,
        ["sort"] = request.Sort,
        ["descending"] = request.Descending,
        ["rows"] = _rows,
    };

    /// <summary>Whether two tables hold the same.</summary>
    public static bool AreEqual(DataFrame a, DataFrame b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a.Rows.Count != b.Rows.Count || a.Columns.Count != b.Columns.Count || a.Origin != b.Origin) return false;
        for (var column = 0; column < a.Columns.Count; column++)
        {
            var (x, y) = (a.Columns[column], b.Columns[column]);
            if (x.Name != y.Name || x.Kind != y.Kind) return false;
            if (ReferenceEquals(x, y)) continue;
            for (var row = 0; row < x.Length; row++)
                if (x.GetText(row) != y.GetText(row)) return false;
        }
        return true;
    }

    // A page beyond the end is the last one.
    private int Start(PageRequest request) => Math.Min(request.Start, Math.Max(0, (_rows - 1) / request.Size * request.Size));

    private int[] Order(int column, bool descending)
    {
        if (_order is { } known && _by == (column, descending)) return known;
        var sorted = table.Columns[column].WithName("value");
        var numbers = new Int64Column("row", Enumerable.Range(0, _rows).Select(row => (long)row).ToArray());
        var both = new DataFrame(sorted, numbers);
        var inOrder = (Int64Column)(descending ? both.OrderByDescending("value") : both.OrderBy("value"))["row"];
        _by = (column, descending);
        return _order = [.. Enumerable.Range(0, _rows).Select(place => (int)inOrder.Values[place])];
    }
}
