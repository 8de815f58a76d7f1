using System.Text;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli;

/// <summary>What the tool prints: characters of data that a terminal would obey are shown as <c>[U+001B]</c>; ends of lines and tabs stay.</summary>
/// <param name="inner">Where the text goes; it is flushed, not closed, by this writer.</param>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => inner.Write(Of(value ?? ""));

    public override void Flush() => inner.Flush();

    /// <summary>The text as it is printed.</summary>
    public static string Of(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(VisibleText.Of)))).ReplaceLineEndings();
}
