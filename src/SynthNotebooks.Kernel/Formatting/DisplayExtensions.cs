using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Showing values from cells.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell.</summary>
    /// <param name="value">Any value; null is shown as such.</param>
    /// <param name="mimeTypes">These representations only; without any, all that the value's type has.</param>
    /// <returns>A handle to replace what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    /// <exception cref="ArgumentException">A mime type is not of the form <c>text/html</c>.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        var context = CellFunctions.Context;
        var shown = ValueFormatter.Format(value, mimeTypes);
        var id = context.DisplayIds.Next();
        context.Output.Display(shown, id);
        return new DisplayedValue(id, context.Output, mimeTypes);
    }

    /// <summary>Shows text as it stands under a mime type: <c>"&lt;b&gt;x&lt;/b&gt;".DisplayAs("text/html")</c> is bold.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    /// <exception cref="ArgumentException">The mime type is not of the form <c>text/html</c>.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new MimeBundle(new Dictionary<string, JsonNode> { [ValueFormatter.Checked(mimeType)] = ValueFormatter.AsContent(value, mimeType) }).Display();
    }
}
