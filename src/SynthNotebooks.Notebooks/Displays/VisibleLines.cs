namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Text of several lines, each made visible.</summary>
internal static class VisibleLines
{
    /// <summary>As <see cref="VisibleText"/>, line breaks kept.</summary>
    public static string Of(string text) => string.Join('\n', text.Split('\n').Select(VisibleText.Of));
}
