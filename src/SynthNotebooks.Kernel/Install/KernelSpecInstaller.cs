using System.Text.Json;

namespace SynthNotebooks.Kernel.Install;

/// <summary>Installs, removes and lists kernel specs in one location.</summary>
/// <remarks>
/// <c>kernel.json</c> is written beside its place and moved there, so that a front end never reads half of it. The spec of another
/// program is neither replaced nor removed unless forced.
/// </remarks>
/// <param name="location">Where.</param>
public sealed class KernelSpecInstaller(KernelSpecLocation location)
{
    internal const string Marker = "synthnotebooks";

    /// <summary>Installs a kernel, or installs it anew.</summary>
    /// <param name="spec">What front ends should know.</param>
    /// <param name="name">Letters, digits, dot, dash, underscore of ASCII.</param>
    /// <param name="force">Replace another program's kernel of that name.</param>
    /// <param name="logo">A PNG of 64 × 64 pixels that front ends show, or null.</param>
    /// <returns>The kernel as installed.</returns>
    /// <exception cref="KernelSpecException">The name is not allowed, or another program's kernel has it.</exception>
    /// <exception cref="IOException">The location cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public InstalledKernel Install(KernelSpec spec, string name = KernelSpec.DefaultName, bool force = false, ReadOnlyMemory<byte>? logo = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var json = spec.ToJson();
        if (Find(name) is { IsOurs: false } other && !force)
        {
            throw new KernelSpecException(
                $"{other.Folder} holds the kernel \"{other.DisplayName}\" of another program. Use --force to replace it, or --name to install beside it.");
        }
        var folder = FolderOf(name);
        Directory.CreateDirectory(folder);
        if (logo is { } png) Write(Path.Combine(folder, "logo-64x64.png"), png.Span);
        Write(Path.Combine(folder, "kernel.json"), System.Text.Encoding.UTF8.GetBytes(json));
        return Find(name)!;
    }

    /// <summary>Removes a kernel with its folder.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="force">Remove another program's kernel too.</param>
    /// <returns>False when there is none of that name.</returns>
    /// <exception cref="KernelSpecException">The name is not allowed, or the kernel is another program's.</exception>
    /// <exception cref="IOException">The folder cannot be removed.</exception>
    public bool Uninstall(string name = KernelSpec.DefaultName, bool force = false)
    {
        if (Find(name) is not { } found) return false;
        if (!found.IsOurs && !force)
            throw new KernelSpecException($"{found.Folder} holds the kernel \"{found.DisplayName}\" of another program. Use --force to remove it.");
        Directory.Delete(found.Folder, recursive: true);
        return true;
    }

    /// <summary>The kernels of the location by name, other programs' too.</summary>
    public IReadOnlyList<InstalledKernel> List()
    {
        if (!Directory.Exists(location.Kernels)) return [];
        return [.. Directory.EnumerateDirectories(location.Kernels)
            .Where(folder => File.Exists(Path.Combine(folder, "kernel.json")))
            .Select(folder => Read(Path.GetFileName(folder), folder))
            .OrderBy(kernel => kernel.Name, StringComparer.Ordinal)];
    }

    private InstalledKernel? Find(string name)
    {
        var folder = FolderOf(name);
        return Directory.Exists(folder) ? Read(name, folder) : null;
    }

    private string FolderOf(string name)
    {
        var allowed = name.Length > 0 && name is not ("." or "..") && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
        return allowed
            ? Path.Combine(location.Kernels, name)
            : throw new KernelSpecException($"The kernel name \"{name}\" is not allowed; use letters, digits, dot, dash and underscore.");
    }

    private static InstalledKernel Read(string name, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "kernel.json")));
            var root = document.RootElement;
            var ours = root.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(Marker, out _);
            return new InstalledKernel(name, Text(root, "display_name"), Text(root, "language"), folder, ours);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return new InstalledKernel(name, "", "", folder, IsOurs: false); // a stranger's until it says otherwise
        }
    }

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".new";
        try
        {
            using (var file = File.Create(draft))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
