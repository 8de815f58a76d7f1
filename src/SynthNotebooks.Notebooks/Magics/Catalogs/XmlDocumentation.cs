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
        var name = "T:" + record.FullName!.Replace('+', '.');
        return _members.TryGetValue(name, out var member)
            && member.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter) is { } found
            ? Plain(found)
            : "";
    }

    private static string Plain(XElement element) => Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when (element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name")) is { } reference =>
            reference.Value[(reference.Value.LastIndexOfAny(['.', ':']) + 1)..],
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
