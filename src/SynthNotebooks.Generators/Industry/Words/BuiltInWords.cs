using System.Collections.Concurrent;
using System.Reflection;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Words;

/// <summary>Word lists of the library: common first and last names, generic street names, invented towns and occupations; no real company, address or person.</summary>
/// <remarks>Embedded text files, one word a line, named KIND.LOCALE with the locales en, de, fr and es.</remarks>
public static class BuiltInWords
{
    private const string Prefix = "words/";
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Lists = new(StringComparer.Ordinal);

    /// <summary>Names of the lists in ordinal order, e.g. <c>first_names.en</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. typeof(BuiltInWords).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The words of a list, without repeats.</summary>
    /// <exception cref="ArgumentException">There is no such list; the message tells the nearest.</exception>
    public static IReadOnlyList<string> Of(string name) => Names.Contains(name)
        ? Lists.GetOrAdd(name, Read)
        : throw new ArgumentException(UnknownColumn.Message("word list", name, Names), nameof(name));

    private static IReadOnlyList<string> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
