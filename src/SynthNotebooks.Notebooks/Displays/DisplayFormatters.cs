using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Registers every <see cref="IDisplayFormatter"/> of this library with the notebook's formatters.</summary>
public static class DisplayFormatters
{
    private static readonly Lock Gate = new();

    /// <summary>All formatters, in the order of their names.</summary>
    public static IReadOnlyList<IDisplayFormatter> All { get; } =
    [
        .. typeof(DisplayFormatters).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IDisplayFormatter)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IDisplayFormatter)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    /// <summary>Registers what is not registered yet; may be called again, also after the formatters were reset.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            foreach (var formatter in All)
            {
                foreach (var mimeType in formatter.MimeTypes)
                {
                    if (Formatter.RegisteredFormatters(includeDefaults: false).Any(known => known.Type == formatter.Displays && known.MimeType == mimeType)) continue;
                    Formatter.Register(formatter.Displays, (value, writer) => writer.Write(DisplayLimit.Format(formatter, value, mimeType)), mimeType);
                }
                Formatter.SetPreferredMimeTypesFor(formatter.Displays, [.. formatter.MimeTypes]);
            }
        }
    }
}
