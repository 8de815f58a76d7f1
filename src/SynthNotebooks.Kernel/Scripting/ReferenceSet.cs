using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The assemblies that the session's C# can see, one of each name.</summary>
internal sealed class ReferenceSet
{
    private readonly Dictionary<string, string> _pathsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MetadataReference> _fresh = [];

    public ReferenceSet(IEnumerable<Assembly> assemblies)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (var path in PlatformAssemblies().Where(p => Path.GetDirectoryName(p) == runtime)) Add(path);
        foreach (var assembly in assemblies) Add(assembly.Location);
    }

    /// <summary>Files by assembly name.</summary>
    public IReadOnlyDictionary<string, string> PathsByName => _pathsByName;

    /// <summary>Adds a file unless an assembly of its name is there.</summary>
    public bool Add(string path)
    {
        if (!_pathsByName.TryAdd(Path.GetFileNameWithoutExtension(path), path)) return false;
        _fresh.Add(MetadataReference.CreateFromFile(path, documentation: XmlFileDocumentation.BesideOrPack(path)));
        return true;
    }

    /// <summary>Finds an assembly of the platform or the host by its name.</summary>
    public static string? FindByName(string name) =>
        PlatformAssemblies().FirstOrDefault(p => Path.GetFileNameWithoutExtension(p).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was added since the last call: a submission inherits the references of the one before it.</summary>
    public ImmutableArray<MetadataReference> TakeFresh()
    {
        var fresh = _fresh.ToImmutableArray();
        _fresh.Clear();
        return fresh;
    }

    /// <summary>Undoes a <see cref="TakeFresh"/> whose submission did not come about.</summary>
    public void PutBack(ImmutableArray<MetadataReference> references) => _fresh.InsertRange(0, references);

    private static string[] PlatformAssemblies() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
