namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A table of texts as it stands.</summary>
public sealed class TableViewDisplay : TableDisplay<TableView>
{
    /// <inheritdoc/>
    protected override TableView View(TableView value) => value;
}
