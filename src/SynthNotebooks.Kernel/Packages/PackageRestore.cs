using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SynthNotebooks.Kernel.Directives;

namespace SynthNotebooks.Kernel.Packages;

/// <summary>Resolves packages with <c>dotnet restore</c>; an answer is remembered under the hash of what was asked.</summary>
internal static partial class PackageRestore
{
    private const string Framework = "net10.0";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <exception cref="DirectiveException">A package cannot be found or reached.</exception>
    public static async Task<PackageClosure> RunAsync(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string cache, CancellationToken interrupt)
    {
        var project = Project(requests, sources);
        var folder = Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..24]);
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        if (TryRead(assets) is { } known) return known;
        Directory.CreateDirectory(folder);
        // Empty files, so that nothing above the folder has a say.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            await File.WriteAllTextAsync(Path.Combine(folder, name), "<Project />", interrupt).ConfigureAwait(false);
        var path = Path.Combine(folder, "packages.csproj");
        await File.WriteAllTextAsync(path, project, interrupt).ConfigureAwait(false);
        var (exitCode, log) = await RestoreAsync(path, interrupt).ConfigureAwait(false);
        if (exitCode == 0 && TryRead(assets) is { } closure) return closure;
        File.Delete(assets);
        throw new DirectiveException(Explain(requests, log));
    }

    private static PackageClosure? TryRead(string assets)
    {
        try
        {
            return File.Exists(assets) ? PackageClosure.Read(assets) : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // half-written by a process that was killed: restore again
        }
    }

    private static string Project(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources)
    {
        var packages = string.Concat(requests.Select(r => $"    <PackageReference Include=\"{SecurityElement.Escape(r.Name)}\" Version=\"{SecurityElement.Escape(r.Version)}\" />\n"));
        var extra = string.Join(';', sources.Select(SecurityElement.Escape));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{Framework}</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{extra}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {packages}  </ItemGroup>
            </Project>
            """;
    }

    private static async Task<(int ExitCode, string Log)> RestoreAsync(string project, CancellationToken interrupt)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "restore", project, "--nologo", "--verbosity", "quiet", "-nodeReuse:false" },
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        patience.CancelAfter(Patience);
        using var process = StartOrExplain(start);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false) + await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            if (interrupt.IsCancellationRequested) throw;
            throw new DirectiveException($"dotnet restore did not end within {Patience.TotalMinutes} minutes.");
        }
    }

    private static Process StartOrExplain(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new DirectiveException("#r \"nuget:\" needs the .NET SDK: 'dotnet' was not found.", failure);
        }
    }

    private static string Explain(IReadOnlyList<PackageRequest> requests, string log)
    {
        var asked = string.Join("; ", requests.Select(r => $"#r \"nuget: {r}\""));
        var errors = ErrorLine().Matches(log).Select(m => (Code: m.Groups[1].Value, Text: m.Groups[2].Value.Trim())).Distinct().ToArray();
        if (errors.Length == 0) return $"{asked}: dotnet restore failed.\n{log.Trim()}";
        var reason = errors[0].Code switch
        {
            "NU1101" => "there is no package of that name in the sources",
            "NU1102" or "NU1103" => "the package has no such version",
            "NU1301" or "NU1300" => "the package source cannot be reached (no network?), and the package is not cached on this machine",
            "NU1302" => "the package source is not encrypted; NuGet takes https:// addresses and folders",
            "NU1202" or "NU1213" => $"the package does not work with {Framework}",
            _ => "the package cannot be restored",
        };
        return $"{asked}: {reason}.\n{string.Join('\n', errors.Select(e => $"{e.Code}: {e.Text}"))}";
    }

    [GeneratedRegex(@"error (NU\d+): (.+?)(?: \[[^\]]*\.csproj\])?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();
}
