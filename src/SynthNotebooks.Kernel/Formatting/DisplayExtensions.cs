namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Showing values from cells.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell.</summary>
    /// <param name="value">Any value; null is shown as such.</param>
    /// <param name="mimeType">One representation only; without it all that the value's type has.</param>
    /// <returns>A handle to replace what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, string? mimeType = null)
    {
        var context = CellFunctions.Context;
        var shown = mimeType is null ? ValueFormatter.Format(value) : ValueFormatter.Format(value, mimeType);
        var id = context.DisplayIds.Next();
        context.Output.Display(shown, id);
        return new DisplayedValue(id, context.Output, mimeType);
    }

    /// <summary>Shows text as it stands under a mime type.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => value.Display(mimeType);
}
