using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Loads compiled cells and the libraries they refer to; what the host has already loaded stays one and the same.</summary>
internal sealed class SubmissionLoadContext() : AssemblyLoadContext("cells")
{
    private readonly ConcurrentDictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _native = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Culture, string Name), string> _satellites = new();
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);

    /// <summary>The cell that began last; answers for code that runs outside of any.</summary>
    public CellContext? LastCell { get; set; }

    public Assembly LoadSubmission(string name, Stream image, Stream symbols) => _loaded[name] = LoadFromStream(image, symbols);

    public void AddLoaded(Assembly assembly) => _loaded[assembly.GetName().Name!] = assembly;

    /// <summary>Makes a file the answer for its assembly name; the first file of a name stays.</summary>
    public void AddPath(string path) => _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    public void AddNative(string path) => _native.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    public void AddSatellite(string culture, string path) => _satellites.TryAdd((culture.ToLowerInvariant(), Path.GetFileNameWithoutExtension(path).ToLowerInvariant()), path);

    /// <summary>A folder whose assemblies may be needed by one that was added from there, with its translations and native libraries.</summary>
    public void AddFolder(string folder) => _folders.TryAdd(folder, 0);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (!string.IsNullOrEmpty(assemblyName.CultureName)) return LoadSatellite(assemblyName.Name!, assemblyName.CultureName);
        if (_loaded.TryGetValue(assemblyName.Name!, out var loaded)) return loaded;
        if (IsHosts(assemblyName)) return null; // the default context has it
        if (_paths.TryGetValue(assemblyName.Name!, out var path)) return LoadFromAssemblyPath(path);
        return Beside(assemblyName.Name + ".dll") is { } neighbour ? LoadFromAssemblyPath(neighbour) : null;
    }

    // Asked for every culture up to the neutral one; most have none.
    private Assembly? LoadSatellite(string name, string culture)
    {
        if (_satellites.TryGetValue((culture.ToLowerInvariant(), name.ToLowerInvariant()), out var path)) return LoadFromAssemblyPath(path);
        return Beside(Path.Combine(culture, name + ".dll")) is { } neighbour ? LoadFromAssemblyPath(neighbour) : null;
    }

    private string? Beside(string file) => _folders.Keys.Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var name = Path.GetFileNameWithoutExtension(unmanagedDllName);
        var file = _native.TryGetValue(name, out var path) || _native.TryGetValue("lib" + name, out path) ? path : Beside(unmanagedDllName) ?? Beside("lib" + name + ".so") ?? Beside(name + ".dll");
        return file is null ? 0 : LoadUnmanagedDllFromPath(file);
    }

    private static bool IsHosts(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(new AssemblyName(name.Name!)) is not null;
        }
        catch (Exception failure) when (failure is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return false;
        }
    }
}
