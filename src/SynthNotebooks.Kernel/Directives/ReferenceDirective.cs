using SynthNotebooks.Kernel.Packages;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#r</c>: a NuGet package, an assembly file or an assembly of the platform.</summary>
internal sealed class ReferenceDirective(ISessionServices session)
    : BuiltInDirective("#r", "Refers to a package or assembly.", "#r \"nuget: Name, 1.2.3\" | #r \"path.dll\" | #r \"Assembly.Name\""), ISessionDirective
{
    private readonly List<PackageRequest> _packages = [];

    public override async Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var text = call.Arguments.Trim().Trim('"').Trim();
        if (text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) await AddPackageAsync(PackageRequest.Parse(text), call.Output, interrupt).ConfigureAwait(false);
        else AddAssembly(text);
    }

    public override CompletionList Complete(string arguments, int position, ISessionVariables variables) => PackageCompletion.Of(arguments, position);

    private async Task AddPackageAsync(PackageRequest request, ICellOutput output, CancellationToken interrupt)
    {
        // All packages of the session are resolved together, so that their dependencies agree.
        PackageRequest[] all = [.. _packages.Where(p => !p.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase)), request];
        var closure = await PackageRestore.RunAsync(all, session.PackageSources.ToArray(), session.PackageCache, interrupt).ConfigureAwait(false);
        _packages.Clear();
        _packages.AddRange(all);
        foreach (var path in closure.Assemblies) session.AddReference(path);
        foreach (var path in closure.NativeLibraries) session.AddNative(path);
        output.Display(MimeBundle.Text($"Installed package {request.Name}, {closure.VersionOf(request.Name)}"));
    }

    private void AddAssembly(string text)
    {
        var full = Path.GetFullPath(text, session.Folder);
        var path = File.Exists(full) ? full : ReferenceSet.FindByName(text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? text[..^4] : text.Split(',')[0]);
        if (path is null) throw new DirectiveException($"#r \"{text}\": there is neither a file of that path nor an assembly of that name. A package is written #r \"nuget: {text}\".");
        try
        {
            session.AddReference(path);
        }
        catch (BadImageFormatException failure)
        {
            throw new DirectiveException($"#r \"{text}\": the file is no .NET assembly.", failure);
        }
    }
}
