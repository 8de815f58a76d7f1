using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>The displays of this library for .NET Interactive, whose front ends all show HTML.</summary>
public static class InteractiveDisplays
{
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
                    Formatter.Register(formatter.Displays, (value, writer) => writer.Write(formatter.Format(value, MimeTypes.Svg)), MimeTypes.Html);
                Formatter.SetPreferredMimeTypesFor(formatter.Displays, [MimeTypes.Html, .. formatter.MimeTypes.Where(type => type != MimeTypes.Svg)]);
            }
        }
    }
}
