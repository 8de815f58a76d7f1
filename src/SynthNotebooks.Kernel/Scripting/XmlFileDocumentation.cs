using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The XML documentation of an assembly; the file is read when first asked.</summary>
internal sealed class XmlFileDocumentation : DocumentationProvider
{
    private readonly string _path;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _members;

    private XmlFileDocumentation(string path) => (_path, _members) = (path, new(() => Read(path)));

    /// <summary>That of a file beside the assembly or in the SDK's reference pack; null when there is none.</summary>
    public static XmlFileDocumentation? BesideOrPack(string assemblyPath)
    {
        var beside = Path.ChangeExtension(assemblyPath, ".xml");
        var path = File.Exists(beside) ? beside : InPack(assemblyPath);
        return path is null ? null : new XmlFileDocumentation(path);
    }

    public override bool Equals(object? obj) => obj is XmlFileDocumentation other && other._path == _path;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_path);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID, "");

    private static Dictionary<string, string> Read(string path)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var member in XDocument.Load(path).Descendants("member"))
                if (member.Attribute("name") is { } name) members[name.Value] = member.ToString(SaveOptions.DisableFormatting);
        }
        catch (Exception failure) when (failure is XmlException or IOException or UnauthorizedAccessException)
        {
            members.Clear(); // documentation is a courtesy: without it inspection shows the signature alone
        }
        return members;
    }

    // <root>/shared/<framework>/<version>/X.dll -> <root>/packs/<framework>.Ref/<version>/ref/<target>/X.xml
    private static string? InPack(string assemblyPath)
    {
        var framework = Path.GetDirectoryName(Path.GetDirectoryName(assemblyPath));
        var root = Path.GetDirectoryName(Path.GetDirectoryName(framework));
        if (framework is null || root is null) return null;
        var packs = Path.Combine(root, "packs", Path.GetFileName(framework) + ".Ref");
        if (!Directory.Exists(packs)) return null;
        return Directory.EnumerateDirectories(packs).OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "ref")).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories).Select(d => Path.Combine(d, DocumentName(assemblyPath))).FirstOrDefault(File.Exists);
    }

    // The core library implements what the packs document as System.Runtime.
    private static string DocumentName(string assemblyPath) =>
        Path.GetFileNameWithoutExtension(assemblyPath) is var name && name == "System.Private.CoreLib" ? "System.Runtime.xml" : name + ".xml";
}
