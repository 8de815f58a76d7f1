namespace SynthNotebooks.Notebooks.Leaks.Reading;

/// <summary>A line as a reader sees it.</summary>
/// <param name="Number">1-based line of the text that it comes from.</param>
/// <param name="Fields">Its cells where it is the row of a table; else one.</param>
internal sealed record ShownLine(int Number, IReadOnlyList<string> Fields)
{
    /// <summary>The whole line.</summary>
    public string Text => Fields.Count == 1 ? Fields[0] : string.Join('\t', Fields);
}
