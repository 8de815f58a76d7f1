using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Makes the toolkit's displays known to the formatters that both kernels use.</summary>
public static class DisplayFormatters
{
    /// <summary>Registers every <see cref="IDisplay{T}"/> of this library; doing it again changes nothing.</summary>
    public static void Register()
    {
        foreach (var (type, display) in Displays())
        {
            RegisterMethod.MakeGenericMethod(type).Invoke(null, [display]);
        }
    }

    /// <summary>The displayed types, each with its <see cref="IDisplay{T}"/>.</summary>
    internal static IEnumerable<(Type Displayed, object Display)> Displays() =>
        from type in typeof(DisplayFormatters).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IDisplay<>)
        orderby type.FullName
        select (contract.GetGenericArguments()[0], Activator.CreateInstance(type)!);

    private static readonly MethodInfo RegisterMethod = typeof(DisplayFormatters).GetMethod(nameof(RegisterOne), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static void RegisterOne<T>(IDisplay<T> display)
    {
        Formatter.Register<T>((value, writer) => writer.Write(display.ToHtml(value).ToString()), "text/html");
        Formatter.Register<T>((value, writer) => writer.Write(display.ToText(value)), "text/plain");
        Formatter.SetPreferredMimeTypesFor(typeof(T), "text/html", "text/plain");
    }
}
