using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The XML documentation of an assembly; the file is looked for and read when first asked.</summary>
internal sealed class XmlFileDocumentation : DocumentationProvider
{
    private readonly string _assembly;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _members;

    private XmlFileDocumentation(string assembly) => (_assembly, _members) = (assembly, new(() => Read(FilesOf(assembly))));

    /// <summary>That of a file beside the assembly or in the SDK's reference pack; empty when there is none.</summary>
    public static XmlFileDocumentation BesideOrPack(string assemblyPath) => new(assemblyPath);

    private static IReadOnlyList<string> FilesOf(string assemblyPath)
    {
        var beside = Path.ChangeExtension(assemblyPath, ".xml");
        return File.Exists(beside) ? [beside] : [.. InPack(assemblyPath)];
    }

    public override bool Equals(object? obj) => obj is XmlFileDocumentation other && other._assembly == _assembly;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_assembly);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID, "");

    private static Dictionary<string, string> Read(IReadOnlyList<string> files)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var path in files)
            {
                using var file = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
                while (!file.EOF)
                {
                    if (file.NodeType == XmlNodeType.Element && file.Name == "member" && file.GetAttribute("name") is { } name) members[name] = file.ReadOuterXml();
                    else file.Read();
                }
            }
        }
        catch (Exception failure) when (failure is XmlException or IOException or UnauthorizedAccessException)
        {
            members.Clear(); // documentation is a courtesy: without it inspection shows the signature alone
        }
        return members;
    }

    // <root>/shared/<framework>/<version>/X.dll -> <root>/packs/<framework>.Ref/<version>/ref/<target>/X.xml
    private static IEnumerable<string> InPack(string assemblyPath)
    {
        var framework = Path.GetDirectoryName(Path.GetDirectoryName(assemblyPath));
        var root = Path.GetDirectoryName(Path.GetDirectoryName(framework));
        if (framework is null || root is null) return [];
        var packs = Path.Combine(root, "packs", Path.GetFileName(framework) + ".Ref");
        if (!Directory.Exists(packs)) return [];
        var folder = Directory.EnumerateDirectories(packs).OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "ref")).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories).FirstOrDefault();
        return folder is null ? [] : DocumentNames(assemblyPath).Select(name => Path.Combine(folder, name + ".xml")).Where(File.Exists);
    }

    // The core library implements what the packs document under several names.
    private static string[] DocumentNames(string assemblyPath) =>
        Path.GetFileNameWithoutExtension(assemblyPath) is var name && name == "System.Private.CoreLib" ? ["System.Runtime", "System.Collections", "System.Threading", "System.Memory"] : [name];
}
