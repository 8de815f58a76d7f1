using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>No form of a display is larger than a megabyte: notebooks are kept in files, and front ends draw everything that stands in them.</summary>
public static class DisplayLimit
{
    /// <summary>Most bytes of one form, in UTF-8.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>A value in one of a formatter's forms; a note in its place when it is too large, with as much of the text as fits.</summary>
    public static string Format(IDisplayFormatter formatter, object value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        return Of(formatter.Format(value, mimeType), mimeType);
    }

    internal static string Of(string content, string mimeType)
    {
        if (content.Length <= MostBytes / 3) return content; // at most three bytes a character
        var bytes = Encoding.UTF8.GetByteCount(content);
        if (bytes <= MostBytes) return content;
        var note = string.Create(CultureInfo.InvariantCulture, $"Not shown: the display has {bytes:N0} bytes, more than {MostBytes:N0}. Show a part of it, or save it to a file.");
        return mimeType switch
        {
            MimeTypes.Html => Html.Element("p", note).ToString(),
            MimeTypes.Svg => Picture(note),
            MimeTypes.Plotly => new JsonObject { ["data"] = new JsonArray(), ["layout"] = new JsonObject { ["title"] = new JsonObject { ["text"] = note } } }.ToJsonString(),
            _ => $"{Fitting(content, note)}\n{note}\n",
        };
    }

    private static string Picture(string note)
    {
        var canvas = new SvgCanvas();
        canvas.Text(20, 30, note, 13, Palette.Ink, width: 860);
        return canvas.ToDocument(900, 48, "Not shown", note, Palette.Paper);
    }

    private static string Fitting(string content, string note)
    {
        var most = (MostBytes - note.Length - 2) / 3;
        return content[..(char.IsHighSurrogate(content[most - 1]) ? most - 1 : most)];
    }
}
