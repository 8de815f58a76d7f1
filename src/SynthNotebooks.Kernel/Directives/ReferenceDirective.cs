using SynthNotebooks.Kernel.Packages;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#r</c>: a NuGet package, an assembly file or an assembly of the platform.</summary>
internal sealed class ReferenceDirective(ISessionServices session)
    : BuiltInDirective("#r", "Refers to a package or assembly.", "#r \"nuget: Name, 1.2.3\" | #r \"path.dll\" | #r \"Assembly.Name\""), ISessionDirective
{
    private readonly List<PackageRequest> _packages = [];
    private readonly Dictionary<string, string> _versions = new(StringComparer.OrdinalIgnoreCase); // of all that has been added

    public override async Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var text = Quoted(call.Arguments);
        if (text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) await AddPackageAsync(PackageRequest.Parse(text), call.Output, interrupt).ConfigureAwait(false);
        else AddAssembly(text);
    }

    public override CompletionList Complete(string arguments, int position, ISessionVariables variables) =>
        arguments.TrimStart().StartsWith("\"nuget", StringComparison.OrdinalIgnoreCase) ? PackageCompletion.Of(arguments, position) : PathCompletion.Of(arguments, position, session.Folder, ".dll");

    private static string Quoted(string arguments)
    {
        var text = arguments.Trim();
        if (text.Split('"') is ["", var value, var rest] && value.Trim().Length > 0)
            return rest.Trim().Length == 0 ? value.Trim() : throw new DirectiveException($"#r takes one value; it got '{rest.Trim()}' besides. A comment goes on a line of its own.");
        throw new DirectiveException($"#r takes one value in double quotes: #r \"nuget: Name, 1.2.3\" or #r \"path.dll\"; it got {(text.Length == 0 ? "nothing" : text)}");
    }

    private async Task AddPackageAsync(PackageRequest request, ICellOutput output, CancellationToken interrupt)
    {
        // All packages of the session are resolved together, so that their dependencies agree.
        PackageRequest[] all = [.. _packages.Where(p => !p.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase)), request];
        var closure = await PackageRestore.RunAsync(all, session.PackageSources.ToArray(), session.PackageCache, interrupt).ConfigureAwait(false);
        RefuseOther(request, closure);
        _packages.Clear();
        _packages.AddRange(all);
        foreach (var path in closure.Assemblies) session.AddReference(path);
        foreach (var path in closure.NativeLibraries) session.AddNative(path);
        foreach (var (culture, path) in closure.Satellites) session.AddSatellite(culture, path);
        foreach (var (name, version) in closure.Versions) _versions.TryAdd(name, version);
        output.Display(MimeBundle.Text($"Installed package {request.Name}, {closure.VersionOf(request.Name)}"));
    }

    // A loaded assembly cannot be exchanged, and a version that was not asked for must not slip in.
    private void RefuseOther(PackageRequest request, PackageClosure closure)
    {
        var resolved = closure.VersionOf(request.Name);
        if (request.IsOtherThan(resolved))
            throw new DirectiveException($"#r \"nuget: {request}\": there is no version {request.Version} in the sources; the nearest is {resolved}.");
        foreach (var (name, version) in closure.Versions)
            if (_versions.TryGetValue(name, out var loaded) && loaded != version)
                throw new DirectiveException($"#r \"nuget: {request}\": it needs {name} {version}, but {loaded} has been added already. Restart the kernel and add all packages in its first cell.");
    }

    private void AddAssembly(string text)
    {
        var full = Path.GetFullPath(text, session.Folder);
        var path = File.Exists(full) ? full : ReferenceSet.FindByName(text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? text[..^4] : text.Split(',')[0]);
        if (path is null) throw new DirectiveException($"#r \"{text}\": there is neither a file of that path nor an assembly of that name. A package is written #r \"nuget: {text}\".");
        try
        {
            if (path == full) session.AddReferenceWithNeighbours(path);
            else session.AddReference(path);
        }
        catch (BadImageFormatException failure)
        {
            throw new DirectiveException($"#r \"{text}\": the file is no .NET assembly.", failure);
        }
    }
}
