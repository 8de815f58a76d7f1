using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The documentation file that the compiler writes beside an assembly; empty when there is none.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    public XmlDocumentation(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (assembly.Location.Length > 0 && Path.ChangeExtension(assembly.Location, ".xml") is var beside && File.Exists(beside)) file = beside;
        _members = File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
            : [];
    }

    /// <summary>The text of a record's parameter on one line; empty when there is none.</summary>
    public string Parameter(Type record, string parameter)
    {
        var found = Member(record)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter);
        return found is null ? "" : Plain(found);
    }

    /// <summary>What a class says that it is; empty when it says nothing.</summary>
    public string Summary(Type type) => Member(type)?.Element("summary") is { } summary ? Plain(summary) : "";

    /// <summary>Where a class comes from: what follows «Source:» in its remarks; empty when they name none.</summary>
    public string Source(Type type) =>
        Member(type)?.Element("remarks") is { } remarks && SourceMark().Match(Plain(remarks)) is { Success: true } match ? match.Groups[1].Value : "";

    private XElement? Member(Type type) => _members.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'));

    private static string Plain(XElement element) => Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when (element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name")) is { } reference =>
            reference.Value[(reference.Value.LastIndexOfAny(['.', ':']) + 1)..],
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex("Sources?: (.*)$")]
    private static partial Regex SourceMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
