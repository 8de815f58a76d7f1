namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Marks a place in a line of source.</summary>
internal static class SourceExcerpt
{
    /// <summary>A line whose only mark stands below the column, whatever tabs come before it.</summary>
    public static string Caret(string line, int column) =>
        string.Concat(line.Take(Math.Min(column, line.Length)).Select(c => c == '\t' ? '\t' : ' ')) + "^";
}
