namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Long texts made short enough for a cell.</summary>
internal static class ClippedText
{
    /// <summary>The text, or its beginning and an ellipsis; a pair of surrogates is not torn.</summary>
    public static string Of(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= limit) return text;
        var end = char.IsSurrogatePair(text, limit - 1) ? limit - 1 : limit;
        return text[..end] + "…";
    }
}
