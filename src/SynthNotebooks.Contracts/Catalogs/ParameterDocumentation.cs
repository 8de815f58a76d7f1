using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SynthNotebooks.Contracts;

/// <summary>Reads the documentation of constructor parameters from the XML file beside an assembly.</summary>
internal static partial class ParameterDocumentation
{
    // Keyed by assembly and never changed afterwards: a cache, not state.
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Members = new();

    /// <summary>The summary of a type; empty when it has none.</summary>
    public static string OfType(Type type) => Element($"T:{type.FullName}", type)?.Element("summary") is { } summary ? Plain(summary) : "";

    /// <summary>The text of a parameter; empty when it has none.</summary>
    public static string OfParameter(ConstructorInfo constructor, string parameter)
    {
        var type = constructor.DeclaringType!;
        var signature = $"M:{type.FullName!.Replace('+', '.')}.#ctor(";
        var member = Element($"T:{type.FullName}", type); // a record documents its parameters on the type
        var found = member?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter)
            ?? Of(type.Assembly).Where(pair => pair.Key.StartsWith(signature, StringComparison.Ordinal))
                .SelectMany(pair => pair.Value.Elements("param")).FirstOrDefault(element => element.Attribute("name")?.Value == parameter);
        return found is null ? "" : Plain(found);
    }

    /// <summary>The range that a text states in the words <c>legal A to B</c>.</summary>
    public static (double Minimum, double Maximum)? Range(string text)
    {
        var match = LegalRange().Match(text);
        return match.Success ? (Number(match.Groups[1].Value), Number(match.Groups[2].Value)) : null;

        static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static XElement? Element(string key, Type type) => Of(type.Assembly).GetValueOrDefault(key.Replace('+', '.'));

    private static IReadOnlyDictionary<string, XElement> Of(Assembly assembly) => Members.GetOrAdd(assembly, static assembly =>
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (assembly.Location.Length == 0 || !File.Exists(path)) return new Dictionary<string, XElement>();
        try
        {
            return XDocument.Load(path).Descendants("member").Where(member => member.Attribute("name") is not null)
                .GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        }
        catch (XmlException)
        {
            return new Dictionary<string, XElement>(); // help without texts is better than no help
        }
    });

    private static string Plain(XElement element)
    {
        foreach (var reference in element.Descendants().Where(child => child.Attribute("cref") is not null && child.IsEmpty).ToArray())
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.')[^1]);
        return Blanks().Replace(element.Value, " ").Trim();
    }

    [GeneratedRegex(@"\blegal (-?[0-9][0-9_.eE+-]*?) to (-?[0-9](?:[0-9.]*[0-9])?(?:[eE][+-]?[0-9]+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex LegalRange();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
