using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Makes the toolkit's displays known to the formatters that both kernels use.</summary>
public static class DisplayFormatters
{
    private static readonly Lock Gate = new();

    /// <summary>Every <see cref="IDisplayFormatter"/> and <see cref="IDisplay{T}"/> of this library, in the order of their names.</summary>
    public static IReadOnlyList<IDisplayFormatter> All { get; } = [.. Find()];

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
                    Formatter.Register(formatter.Displays, (value, writer) => writer.Write(formatter.Format(value, mimeType)), mimeType);
                }
                Formatter.SetPreferredMimeTypesFor(formatter.Displays, [.. formatter.MimeTypes]);
            }
        }
    }

    /// <summary>The displayed types, each with its <see cref="IDisplay{T}"/>.</summary>
    internal static IEnumerable<(Type Displayed, object Display)> Displays() =>
        from type in Concrete()
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IDisplay<>)
        select (contract.GetGenericArguments()[0], Activator.CreateInstance(type)!);

    private static IEnumerable<IDisplayFormatter> Find()
    {
        foreach (var type in Concrete())
            if (type.IsAssignableTo(typeof(IDisplayFormatter))) yield return (IDisplayFormatter)Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var (displayed, display) in Displays())
            yield return (IDisplayFormatter)Activator.CreateInstance(typeof(HtmlAndText<>).MakeGenericType(displayed), display)!;
    }

    private static IEnumerable<Type> Concrete() => typeof(DisplayFormatters).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false })
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private sealed class HtmlAndText<T>(IDisplay<T> display) : IDisplayFormatter
    {
        public Type Displays => typeof(T);

        public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Html, Notebooks.Displays.MimeTypes.Text];

        public string Format(object value, string mimeType) =>
            mimeType == Notebooks.Displays.MimeTypes.Html ? display.ToHtml((T)value).ToString() : display.ToText((T)value);
    }
}
