using SynthNotebooks.Notebooks.Live;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The first page, with buttons for the others where scripts run and the kernel answers.</summary>
public sealed class TableBrowserDisplay : HtmlDisplay<TableBrowser>
{
    /// <inheritdoc/>
    protected override Html ToHtml(TableBrowser value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return LiveScript.Behind(TableLayout.ToHtml(value.First), value.Facts(), "link.js", "layout.js", "table.js", "browser.js");
    }

    /// <inheritdoc/>
    protected override string ToText(TableBrowser value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TableLayout.ToText(value.First);
    }
}
