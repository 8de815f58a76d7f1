namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A formatter whose display is one table, for places that lay tables out themselves.</summary>
internal interface ITableDisplay
{
    /// <summary>The table of a value of the formatter's type.</summary>
    TableView ViewOf(object value);
}
