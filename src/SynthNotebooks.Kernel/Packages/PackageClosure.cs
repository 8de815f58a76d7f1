using System.Text.Json;

namespace SynthNotebooks.Kernel.Packages;

/// <summary>What a set of packages resolved to.</summary>
/// <param name="Assemblies">Files that C# sees.</param>
/// <param name="NativeLibraries">Files for this machine's system and processor.</param>
/// <param name="Satellites">Culture and file of translated texts.</param>
/// <param name="Versions">By package, dependencies included.</param>
internal sealed record PackageClosure(
    IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries, IReadOnlyList<(string Culture, string Path)> Satellites, IReadOnlyDictionary<string, string> Versions)
{
    public string VersionOf(string name) => Versions.GetValueOrDefault(name, "?");

    /// <summary>Reads the assets file of a restored project; null when a file that it names has gone.</summary>
    public static PackageClosure? Read(string assetsPath)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsPath));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToArray();
        var libraries = assets.RootElement.GetProperty("libraries");
        List<string> managed = [], native = [];
        List<(string, string)> satellites = [];
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in assets.RootElement.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject())
        {
            if (package.Name.Split('/') is not [var name, var version] || !libraries.TryGetProperty(package.Name, out var library) || !library.TryGetProperty("path", out var path)) continue;
            versions[name] = version;
            var all = Collect(package.Value, "runtime", path.GetString()!, (file, _) => managed.Add(file))
                && Collect(package.Value, "native", path.GetString()!, (file, _) => native.Add(file))
                && Collect(package.Value, "resource", path.GetString()!, (file, facts) => satellites.Add((facts.GetProperty("locale").GetString()!, file)));
            if (!all) return null;
        }
        return new PackageClosure(managed, native, satellites, versions);

        bool Collect(JsonElement package, string kind, string path, Action<string, JsonElement> add)
        {
            if (!package.TryGetProperty(kind, out var files)) return true;
            foreach (var file in files.EnumerateObject().Where(f => !f.Name.EndsWith("_._", StringComparison.Ordinal)))
            {
                if (folders.Select(f => Path.Combine(f, path, file.Name)).FirstOrDefault(File.Exists) is not { } found) return false;
                add(found, file.Value);
            }
            return true;
        }
    }
}
