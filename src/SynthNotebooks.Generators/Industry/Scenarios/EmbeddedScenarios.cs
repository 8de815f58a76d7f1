using System.Reflection;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>The industries that ship with the library: each is its scenario file, an embedded resource NAME.yaml.</summary>
public static class EmbeddedScenarios
{
    private static readonly Assembly Home = typeof(EmbeddedScenarios).Assembly;

    /// <summary>Their names in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Home.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Select(name => name[..^5]).Order(StringComparer.Ordinal)];

    /// <summary>The text of an industry's file.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest.</exception>
    public static string Text(string name)
    {
        if (!Names.Contains(name)) throw new ArgumentException(UnknownColumn.Message("scenario", name, Names), nameof(name));
        using var reader = new StreamReader(Home.GetManifestResourceStream(name + ".yaml")!);
        return reader.ReadToEnd();
    }

    /// <summary>An industry's scenario.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest.</exception>
    public static Scenario Load(string name) => Scenario.Parse(Text(name), name + ".yaml");

    /// <summary>A scenario by the name of an industry, or by a path that ends in .yaml or .yml.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Scenario Find(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        return IsPath(nameOrPath) ? Scenario.Load(nameOrPath) : Load(nameOrPath);
    }

    /// <summary>Whether a text is taken for the path of a scenario file.</summary>
    public static bool IsPath(string text) => text is not null && (text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
}
