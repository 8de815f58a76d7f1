using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>The displays of this library for .NET Interactive, whose front ends all show HTML.</summary>
public static class InteractiveDisplays
{
    // Viewers look for formulas in HTML, in the texts of a picture too; these classes tell versions 2 and 3 of their typesetter not to.
    private const string Untypeset = "tex2jax_ignore mathjax_ignore";

    private static readonly Lock Gate = new();

    /// <summary>Registers what is not registered yet, HTML preferred: a picture that has no HTML of its own becomes HTML around the SVG.</summary>
    public static void Register()
    {
        DisplayFormatters.Register();
        lock (Gate)
        {
            foreach (var formatter in DisplayFormatters.All.Where(formatter => !formatter.MimeTypes.Contains(MimeTypes.Html) && formatter.MimeTypes.Contains(MimeTypes.Svg)))
            {
                if (!Formatter.RegisteredFormatters(includeDefaults: false).Any(known => known.Type == formatter.Displays && known.MimeType == MimeTypes.Html))
                    Formatter.Register(formatter.Displays, (value, writer) => writer.Write(Around(formatter, value)), MimeTypes.Html);
                Formatter.SetPreferredMimeTypesFor(formatter.Displays, [MimeTypes.Html, .. formatter.MimeTypes.Where(type => type != MimeTypes.Svg)]);
            }
        }
    }

    /// <summary>A picture as HTML.</summary>
    internal static string Around(IDisplayFormatter formatter, object value) => $"<div class=\"{Untypeset}\">{DisplayLimit.Format(formatter, value, MimeTypes.Svg)}</div>";
}
