namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#i</c>: another source of packages for <c>#r "nuget:"</c>.</summary>
internal sealed class PackageSourceDirective(ISessionServices session) : BuiltInDirective("#i", "Adds a source of NuGet packages.", "#i \"nuget: https://.../index.json\""), ISessionDirective
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var source = call.Arguments.Trim().Trim('"').Trim();
        if (!source.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) throw new DirectiveException("#i takes \"nuget: ADDRESS-OR-FOLDER\".");
        source = source["nuget:".Length..].Trim();
        if (source.Length == 0) throw new DirectiveException("#i takes \"nuget: ADDRESS-OR-FOLDER\"; the address is missing.");
        if (!source.Contains("://", StringComparison.Ordinal))
        {
            var folder = Path.GetFullPath(source, session.Folder);
            source = Directory.Exists(folder) ? folder : throw new DirectiveException($"#i: there is no folder '{source}'; an address begins with https://.");
        }
        if (!session.PackageSources.Contains(source)) session.PackageSources.Add(source);
        return Task.CompletedTask;
    }
}
