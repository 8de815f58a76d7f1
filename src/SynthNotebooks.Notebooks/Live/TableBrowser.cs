using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>A table whose pages turn and whose columns sort in a live notebook; the first page alone where it is not; displayable.</summary>
/// <remarks>Pages go to the screen and never into the saved notebook, which holds the first page: 20 rows, or 5 when the records are or may be real.</remarks>
public sealed class TableBrowser : ILiveView
{
    private readonly TablePages _pages;

    /// <param name="table">The table.</param>
    /// <param name="size">Rows of a page, 1 to 200.</param>
    /// <param name="live">Where requests for pages come in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not legal.</exception>
    internal TableBrowser(DataFrame table, int size, LiveOutputs live)
    {
        ArgumentNullException.ThrowIfNull(table);
        Contracts.Require.InRange(size, 1, PageRequest.MostRows);
        (_pages, Size) = (new TablePages(table), size);
        Id = live.Offer("table", TableLayout.ToText(First) + size, this);
    }

    /// <summary>The table.</summary>
    public DataFrame Table => _pages.Table;

    /// <summary>Rows of a page.</summary>
    public int Size { get; }

    /// <summary>Names the output to the kernel.</summary>
    public string Id { get; }

    /// <summary>What is shown without scripts.</summary>
    internal TableView First
    {
        get
        {
            var synthetic = Table.Origin == DataOrigin.Synthetic;
            var first = _pages.Page(new(Size: synthetic ? Size : Math.Min(Size, DataFrameDisplay.RealRows)));
            return first.Rows.Count == Table.Rows.Count ? first : first with
            {
                Note = (synthetic ? $"The first {first.Rows.Count} rows; " : $"The first {first.Rows.Count} rows, since the records are or may be real; ") + "in a running notebook the pages turn.",
            };
        }
    }

    /// <inheritdoc/>
    public Task ReceiveAsync(JsonElement request, ILiveLink link, CancellationToken interrupt)
    {
        ArgumentNullException.ThrowIfNull(link);
        link.Send(_pages.Answer(PageRequest.Read(request)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TableBrowser other && TablePages.AreEqual(Table, other.Table);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table.Rows.Count, Table.Columns.Count);

    internal JsonObject Facts() => new() { ["kind"] = "table", ["id"] = Id, ["size"] = Size, ["rows"] = Table.Rows.Count };
}
