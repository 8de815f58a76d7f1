namespace SynthNotebooks.Notebooks.Leaks.Reading;

/// <summary>Takes the lines that a reader sees, or that a program finds, out of any form of output.</summary>
internal static class ShownLines
{
    private const int LongestColumn = 200; // lines of a table that is read by its columns too

    /// <summary>The lines of a text.</summary>
    /// <param name="mime">Its form; an unknown one is read as plain text.</param>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<ShownLine> Of(string mime, string text) =>
        mime == "text/markdown" ? [.. PlainLines.Of(text), .. text.Contains('<', StringComparison.Ordinal) ? MarkupLines.Of(text) : []]
        : mime == "text/html" || mime.EndsWith("+xml", StringComparison.Ordinal) || mime.EndsWith("/xml", StringComparison.Ordinal) ? MarkupLines.Of(text)
        : mime is "application/json" || mime.EndsWith("+json", StringComparison.Ordinal) ? JsonLines.Of(text)
        : PlainLines.Of(text);

    /// <summary>Everything in which one record may stand: the lines, and the columns of what is laid out as a table, since a record may be told downwards.</summary>
    public static IEnumerable<ShownLine> Records(IReadOnlyList<ShownLine> lines)
    {
        foreach (var line in lines) yield return line;
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && lines[end].Fields.Count == lines[start].Fields.Count) end++;
            if (lines[start].Fields.Count > 1 && end - start is > 1 and <= LongestColumn)
            {
                for (var field = 0; field < lines[start].Fields.Count; field++)
                {
                    var column = new string[end - start];
                    for (var i = 0; i < column.Length; i++) column[i] = lines[start + i].Fields[field];
                    yield return new(lines[start].Number, column);
                }
            }
            start = end;
        }
    }
}
