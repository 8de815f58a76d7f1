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

    /// <summary>The cell that began last; answers for code that runs outside of any.</summary>
    public CellContext? LastCell { get; set; }

    public Assembly LoadSubmission(string name, Stream image, Stream symbols) => _loaded[name] = LoadFromStream(image, symbols);

    public void AddLoaded(Assembly assembly) => _loaded[assembly.GetName().Name!] = assembly;

    /// <summary>Makes a file the answer for its assembly name; the first file of a name stays.</summary>
    public void AddPath(string path) => _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    public void AddNative(string path) => _native.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_loaded.TryGetValue(assemblyName.Name!, out var loaded)) return loaded;
        if (IsHosts(assemblyName)) return null; // the default context has it
        return _paths.TryGetValue(assemblyName.Name!, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var name = Path.GetFileNameWithoutExtension(unmanagedDllName);
        return _native.TryGetValue(name, out var path) || _native.TryGetValue("lib" + name, out path) ? LoadUnmanagedDllFromPath(path) : 0;
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
