using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SynthNotebooks.Contracts;

/// <summary>The documentation file that the compiler writes beside an assembly; empty when there is none. Help and catalogs are made from it.</summary>
public static partial class XmlDocumentation
{
    // Keyed by assembly and never changed afterwards: a cache, not state.
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Read = new();

    /// <summary>What a class says that it is; empty when it says nothing.</summary>
    public static string Summary(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Member(type)?.Element("summary") is { } summary ? Plain(summary) : "";
    }

    /// <summary>Where a class comes from: what follows «Source:» in its remarks; empty when they name none.</summary>
    public static string Source(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Member(type)?.Element("remarks") is { } remarks && SourceMark().Match(Plain(remarks)) is { Success: true } match ? match.Groups[1].Value : "";
    }

    /// <summary>The text of a parameter of a record's constructor on one line; empty when there is none.</summary>
    public static string Parameter(Type record, string parameter)
    {
        ArgumentNullException.ThrowIfNull(record);
        // A record documents its parameters on the type, a class on its constructor.
        var name = record.FullName!.Replace('+', '.');
        var found = Named(Member(record)) ?? Of(record.Assembly)
            .Where(member => member.Key.StartsWith($"M:{name}.#ctor(", StringComparison.Ordinal)).Select(member => Named(member.Value)).FirstOrDefault(text => text is not null);
        return found is null ? "" : Plain(found);

        XElement? Named(XElement? member) => member?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter);
    }

    private static XElement? Member(Type type) => Of(type.Assembly).GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'));

    private static Dictionary<string, XElement> Of(Assembly assembly) => Read.GetOrAdd(assembly, static assembly =>
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (assembly.Location.Length > 0 && Path.ChangeExtension(assembly.Location, ".xml") is var beside && File.Exists(beside)) file = beside;
        if (!File.Exists(file)) return [];
        try
        {
            return XDocument.Load(file).Descendants("member").Where(member => member.Attribute("name") is not null)
                .GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        }
        catch (XmlException)
        {
            return []; // help without texts is better than no help
        }
    });

    private static string Plain(XElement element) => Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Value: "" } element when (element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name")) is { } reference =>
            reference.Value[(reference.Value.LastIndexOfAny(['.', ':']) + 1)..],
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex("Sources?: (.*)$")]
    private static partial Regex SourceMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
