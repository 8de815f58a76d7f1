using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>JSON as Jupyter writes it: keys sorted, indented by one blank, non-ASCII text as it is, a line end at the end.</summary>
internal static class JupyterJson
{
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node, 0, canonical: false);
        return text.Append('\n').ToString();
    }

    /// <summary>The same with one spelling a number, for comparing: <c>1e-05</c> and <c>1E-05</c> are the same.</summary>
    public static string WriteCanonical(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, 0, canonical: true);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth, bool canonical)
    {
        switch (node)
        {
            case JsonObject fields:
                AppendAll(text, '{', '}', depth, fields.OrderBy(f => f.Key, StringComparer.Ordinal), field =>
                {
                    AppendString(text, field.Key);
                    text.Append(": ");
                    Append(text, field.Value, depth + 1, canonical);
                });
                break;
            case JsonArray items:
                AppendAll(text, '[', ']', depth, items, item => Append(text, item, depth + 1, canonical));
                break;
            case JsonValue value when value.TryGetValue<string>(out var content):
                AppendString(text, content);
                break;
            case JsonValue value when canonical && value.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                text.Append(Number(value.ToJsonString()));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    // A whole number keeps its digits: it may be larger than a double tells apart.
    private static string Number(string spelling) =>
        spelling.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? spelling : double.Parse(spelling, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static void AppendAll<T>(StringBuilder text, char open, char close, int depth, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        var any = false;
        foreach (var item in items)
        {
            text.Append(any ? ",\n" : "\n").Append(' ', depth + 1);
            append(item);
            any = true;
        }
        if (any) text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var c in content)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
