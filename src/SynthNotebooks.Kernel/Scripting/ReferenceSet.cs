using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The assemblies that the session's C# can see, one of each name.</summary>
/// <remarks>
/// Every compiled cell pays some 200 bytes for each, so the platform's small facades, which only forward types, come in with the first
/// library that was compiled against them.
/// </remarks>
internal sealed class ReferenceSet
{
    private const int LargestFacade = 20_000; // bytes

    private static readonly HashSet<string> Platform = [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];

    // The platform's files never change while the process lives, so sessions share what has been read of them.
    private static readonly ConcurrentDictionary<string, MetadataReference> Shared = new(StringComparer.Ordinal);

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public ReferenceSet(IEnumerable<Assembly> assemblies)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (var path in Platform.Where(p => Path.GetDirectoryName(p) == runtime && IsWanted(p)).Order(StringComparer.Ordinal)) AddFile(path);
        foreach (var assembly in assemblies) Add(assembly.Location);
    }

    /// <summary>Adds a file, and what it forwards to or was compiled against, unless an assembly of its name is there.</summary>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public bool Add(string path)
    {
        if (_names.Contains(Path.GetFileNameWithoutExtension(path))) return false;
        var needed = NeedsOf(path);
        AddFile(path);
        foreach (var name in needed)
            if (FindByName(name) is { } platform)
                Add(platform);
        return true;
    }

    /// <summary>Finds an assembly of the platform or the host by its name.</summary>
    public static string? FindByName(string name) => Platform.FirstOrDefault(p => Path.GetFileNameWithoutExtension(p).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What no submission has yet: each inherits the references of the one before it. Emptied by the session when one is kept.</summary>
    public ImmutableArray<MetadataReference> Fresh { get; set; } = [];

    private static bool IsWanted(string path) => Path.GetFileName(path) switch
    {
        "System.Runtime.dll" => true,
        var name => !name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal) && name is not ("mscorlib.dll" or "netstandard.dll" or "System.dll") && new FileInfo(path).Length > LargestFacade,
    };

    private static List<string> NeedsOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata) throw new BadImageFormatException($"{Path.GetFileName(path)} is no .NET assembly.");
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private void AddFile(string path)
    {
        if (_names.Add(Path.GetFileNameWithoutExtension(path))) Fresh = Fresh.Add(Platform.Contains(path) ? Shared.GetOrAdd(path, Map) : Read(path));
    }

    private static PortableExecutableReference Map(string path) => MappedMetadata.Open(path).GetReference(XmlFileDocumentation.BesideOrPack(path), filePath: path);

    private static PortableExecutableReference Read(string path) => MetadataReference.CreateFromFile(path, documentation: XmlFileDocumentation.BesideOrPack(path));
}
