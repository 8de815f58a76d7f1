using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>Text as nbformat stores it: a list of lines, each with its end.</summary>
internal static class MultilineText
{
    private static readonly char[] Ends = ['\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']; // those of Python's splitlines

    public static string Join(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line?.GetValue<string>())),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    public static IEnumerable<string> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(Ends, start);
            if (end < 0) end = text.Length - 1;
            else if (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n') end++;
            yield return text[start..(end + 1)];
            start = end + 1;
        }
    }
}
