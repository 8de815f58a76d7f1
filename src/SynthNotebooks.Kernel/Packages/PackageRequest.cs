using System.Text.RegularExpressions;
using SynthNotebooks.Kernel.Directives;

namespace SynthNotebooks.Kernel.Packages;

/// <param name="Name">Id of a NuGet package.</param>
/// <param name="Version">As NuGet writes versions and ranges; <c>*</c> is the newest release, <c>*-*</c> the newest of all.</param>
internal sealed partial record PackageRequest(string Name, string Version)
{
    /// <summary>Reads <c>nuget: Name, 1.2.3</c>.</summary>
    /// <exception cref="DirectiveException">The text is not of that form.</exception>
    public static PackageRequest Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw new DirectiveException($"#r \"{text}\" is not of the form #r \"nuget: Name, 1.2.3\".");
        var version = match.Groups[2] is { Success: true, Value: var given } ? given : "*";
        if (!Versions().IsMatch(version)) throw new DirectiveException($"#r \"{text}\": '{version}' is no version; write 1.2.3 or 1.2.3-beta.1, the newest of some as 1.2.*, or a range as [1.0, 2.0).");
        return new PackageRequest(match.Groups[1].Value, version);
    }

    /// <summary>Whether an exact version was asked for and this is another one; 1.2 and 1.2.0.0 are the same.</summary>
    public bool IsOtherThan(string resolved) => char.IsAsciiDigit(Version[0]) && !Version.Contains('*') && !Version.Contains(',') && Normal(Version) != Normal(resolved);

    private static string Normal(string version)
    {
        var core = version.Split('+')[0];
        var numbers = core.Split('-')[0].Split('.').Select(n => n.TrimStart('0') is { Length: > 0 } digits ? digits : "0").ToList();
        while (numbers.Count < 4) numbers.Add("0");
        return (string.Join('.', numbers) + core[core.Split('-')[0].Length..]).ToLowerInvariant();
    }

    /// <inheritdoc/>
    public override string ToString() => Version == "*" ? Name : $"{Name}, {Version}";

    [GeneratedRegex(@"^nuget:\s*([A-Za-z0-9_][A-Za-z0-9_.\-]*)\s*(?:,\s*([A-Za-z0-9.*+\-\[\]\(\), ]+?))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // 1.2.3-beta.1+build, 1.2.*, *, *-*; or a range of such, open or closed at either end.
    [GeneratedRegex(@"^(?:(?:\d+\.){0,3}(?:\d+|\*)(?:-[A-Za-z0-9.*\-]+)?(?:\+[A-Za-z0-9.\-]+)?|[\[(][0-9A-Za-z.*+\-, ]*[\])])$", RegexOptions.CultureInvariant)]
    private static partial Regex Versions();
}
