using System.Text.RegularExpressions;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Packages;

/// <summary>Completes the names and versions of packages that this machine has; never asks the network.</summary>
internal static partial class PackageCompletion
{
    public static CompletionList Of(string arguments, int position)
    {
        var match = Typed().Match(arguments[..position]);
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!match.Success || !Directory.Exists(folder)) return new CompletionList([], position, position);
        var (name, version) = (match.Groups[1], match.Groups[2]);
        var (typed, parent) = version.Success ? (version, Path.Combine(folder, name.Value.Trim().ToLowerInvariant())) : (name, folder);
        if (!Directory.Exists(parent)) return new CompletionList([], position, position);
        var found = Directory.EnumerateDirectories(parent).Select(d => Path.GetFileName(d)!).Where(n => !n.StartsWith('.') && n.StartsWith(typed.Value, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        return new CompletionList([.. found.Select(n => new CompletionItem(n, version.Success ? "version" : "package"))], typed.Index, position);
    }

    [GeneratedRegex(@"^\s*""nuget:\s*([\w.\-]*)(?:\s*,\s*([\w.\-]*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
