using System.Text.Json;

namespace SynthNotebooks.Kernel.Packages;

/// <summary>What a set of packages resolved to.</summary>
internal sealed record PackageClosure(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries, IReadOnlyDictionary<string, string> Versions)
{
    public string VersionOf(string name) => Versions.GetValueOrDefault(name, "?");

    /// <summary>Reads the assets file of a restored project; null when a file that it names has gone.</summary>
    public static PackageClosure? Read(string assetsPath)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsPath));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToArray();
        var libraries = assets.RootElement.GetProperty("libraries");
        List<string> managed = [], native = [];
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in assets.RootElement.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject())
        {
            if (package.Name.Split('/') is not [var name, var version] || !libraries.TryGetProperty(package.Name, out var library) || !library.TryGetProperty("path", out var path)) continue;
            versions[name] = version;
            if (!Collect(package.Value, "runtime", path.GetString()!, managed) || !Collect(package.Value, "native", path.GetString()!, native)) return null;
        }
        return new PackageClosure(managed, native, versions);

        bool Collect(JsonElement package, string kind, string path, List<string> into)
        {
            if (!package.TryGetProperty(kind, out var files)) return true;
            foreach (var file in files.EnumerateObject().Where(f => !f.Name.EndsWith("_._", StringComparison.Ordinal)))
            {
                if (folders.Select(f => Path.Combine(f, path, file.Name)).FirstOrDefault(File.Exists) is not { } found) return false;
                into.Add(found);
            }
            return true;
        }
    }
}
