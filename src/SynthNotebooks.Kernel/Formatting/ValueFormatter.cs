using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Turns values into what front ends show, by the formatters that are registered for their types.</summary>
/// <remarks>
/// Formatters decide the mime types (<see cref="Formatter.GetPreferredMimeTypesFor"/>); plain text always comes along. Numbers, text and other scalars are plain text alone.
/// The stylesheet that the stock HTML formatter repeats in every table is left out: it styles the whole page, and saved notebooks must be
/// legible without it. One representation is at most <see cref="MostCharacters"/> long; a longer one gives way to a note.
/// </remarks>
public static class ValueFormatter
{
    /// <summary>Longest representation shown: 1 MB.</summary>
    public const int MostCharacters = 1 << 20;

    private const string Plain = "text/plain", Html = "text/html", StyleStart = "<style>\n.dni-code-hint", StyleEnd = "</style>";

    /// <summary>All representations of a value.</summary>
    public static MimeBundle Format(object? value)
    {
        if (value is null) return MimeBundle.Text(Formatter.NullString);
        if (value is MimeBundle ready) return ready;
        HostDisplays.Ensure();
        var data = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var stock = StockOf(value);
        foreach (var mime in MimeTypesOf(value.GetType())) data[mime] = Content(value, mime, stock);
        if (!data.ContainsKey(Plain)) data[Plain] = Content(value, Plain, stock);
        return new MimeBundle(data);
    }

    /// <summary>The representations of a value in the given mime types and no others; in all that its type has when none is given.</summary>
    /// <exception cref="ArgumentException">A mime type is not of the form <c>text/html</c>.</exception>
    public static MimeBundle Format(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        if (mimeTypes.Count == 0) return Format(value);
        HostDisplays.Ensure();
        var data = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var stock = value is null ? null : StockOf(value);
        foreach (var mime in mimeTypes) data[Checked(mime)] = Content(value, mime, stock);
        return new MimeBundle(data);
    }

    /// <summary>Whether the user or the host has registered a formatter that serves a type, by the type itself or one that it derives from.</summary>
    internal static bool HasFormatter(Type type, string mimeType) => Registered(type).Any(f => f.MimeType == mimeType);

    internal static string Checked(string mimeType) => mimeType is not null && mimeType.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && !mimeType.Any(char.IsWhiteSpace)
        ? mimeType : throw new ArgumentException($"'{mimeType}' is no mime type; one is written like text/html.", nameof(mimeType));

    /// <summary>Text that is a representation as it stands: parsed where the mime type is one of JSON, cut where it is too long.</summary>
    internal static JsonNode AsContent(string text, string mime)
    {
        if (text.Length > MostCharacters)
        {
            var note = $"(not shown: {text.Length:N0} characters, more than {MostCharacters:N0})";
            return JsonValue.Create(mime == Html ? $"<p>{note}</p>" : mime == Plain ? Cut(text) + "\n" + note : note);
        }
        return IsJson(mime) && Parsed(text) is { } node ? node : JsonValue.Create(text);
    }

    private static IEnumerable<string> MimeTypesOf(Type type)
    {
        if (IsScalar(type) && !Registered(type).Any()) return [Plain];
        return Formatter.GetPreferredMimeTypesFor(type) is { Count: > 0 } preferred ? preferred.Distinct() : [Plain];
    }

    internal static bool IsScalar(Type type) => Type.GetTypeCode(type) != TypeCode.Object || type.IsEnum
        || type == typeof(Guid) || type == typeof(TimeSpan) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly)
        || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(Half) || type == typeof(System.Numerics.BigInteger) || type == typeof(System.Numerics.Complex)
        || type == typeof(Version) || type == typeof(Uri) || type == typeof(System.Text.StringBuilder) || type == typeof(System.Text.Rune) || type == typeof(Index) || type == typeof(Range)
        || typeof(System.Reflection.MemberInfo).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type) || typeof(FileSystemInfo).IsAssignableFrom(type)
        || typeof(System.Reflection.Assembly).IsAssignableFrom(type) || typeof(System.Globalization.CultureInfo).IsAssignableFrom(type) || typeof(System.Text.Encoding).IsAssignableFrom(type);

    private static IEnumerable<ITypeFormatter> Registered(Type type) => Formatter.RegisteredFormatters(includeDefaults: false).Where(f => Serves(f.Type, type));

    private static bool Serves(Type formatted, Type type) => formatted.IsAssignableFrom(type)
        || (formatted.IsGenericTypeDefinition && (type.GetInterfaces().Append(type).Any(t => t.IsGenericType && t.GetGenericTypeDefinition() == formatted)));

    private static StockDisplay? StockOf(object value)
    {
        var type = value.GetType();
        if (IsTrusted(value) || value is string) return null;
        if (IsScalar(type)) return ScalarText.Of(value) is { } text ? StockDisplay.Preformatted(text) : null;
        return StockDisplay.Of(value);
    }

    // What a formatter of the user's or the host's writes is theirs to answer for.
    private static bool IsTrusted(object value) =>
        value is Microsoft.AspNetCore.Html.IHtmlContent || Registered(value.GetType()).Any() || value.GetType().IsDefined(typeof(TypeFormatterSourceAttribute), inherit: true);

    private static JsonNode Content(object? value, string mime, StockDisplay? stock)
    {
        if (value is byte[] picture && mime.StartsWith("image/", StringComparison.Ordinal) && mime != "image/svg+xml" && !HasFormatter(typeof(byte[]), mime)) return JsonValue.Create(Convert.ToBase64String(picture)); // as the protocol carries pictures
        if (stock is not null && (mime is Html or Plain)) return AsContent(mime == Html ? stock.Html : stock.Text, mime);
        var text = SubmissionNames.Strip(value.ToDisplayString(mime));
        if (mime == Html) text = WithoutStyle(text);
        if (mime is Html or Plain && value is not null && !IsTrusted(value)) text = MessageText.Of(text);
        return AsContent(text, mime);
    }

    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];

    private static string WithoutStyle(string html)
    {
        html = html.Replace("\r\n", "\n", StringComparison.Ordinal);
        var result = new StringBuilder(html.Length);
        for (var from = 0; ;)
        {
            var start = html.IndexOf(StyleStart, from, StringComparison.Ordinal);
            var end = start < 0 ? -1 : html.IndexOf(StyleEnd, start, StringComparison.Ordinal);
            if (end < 0) return result.Append(html, from, html.Length - from).ToString();
            result.Append(html, from, start - from);
            from = end + StyleEnd.Length;
        }
    }

    private static bool IsJson(string mime) => mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null; // a formatter that claims JSON and writes something else is shown as it wrote
        }
    }
}
