using System.Xml.Linq;

namespace SynthNotebooks.Cli.Tests.Architecture;

public class ProjectReferenceTests
{
    // Who may see whom, project by project; direct references only.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Data"] = [],
        ["Contracts"] = ["Data"],
        ["Learning"] = ["Data"],
        ["Neural"] = ["Data"],
        ["Privacy"] = ["Data", "Contracts"],
        ["Generators"] = ["Data", "Contracts", "Learning", "Neural", "Privacy"],
        ["Evaluation"] = ["Data", "Contracts", "Learning"],
        ["Selection"] = ["Data", "Contracts", "Learning", "Generators", "Evaluation"],
        ["Governance"] = ["Data", "Contracts", "Privacy"],
        ["Notebooks"] = ["Data", "Contracts", "Learning", "Neural", "Privacy", "Generators", "Evaluation", "Selection", "Governance"],
        ["Package"] = ["Notebooks"],
        ["Kernel"] = [],
        ["Cli"] = ["Data", "Contracts", "Learning", "Neural", "Privacy", "Generators", "Evaluation", "Selection", "Governance", "Notebooks", "Kernel"],
    };

    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["Data"] = ["System.Numerics.Tensors", "MathNet.Numerics", "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "Npgsql"],
        ["Kernel"] = ["Microsoft.CodeAnalysis.CSharp.Scripting", "Microsoft.CodeAnalysis.Analyzers"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Repository.Path("src")).Select(folder => Path.GetFileName(folder)["SynthNotebooks.".Length..])];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_allows(string project) =>
        Assert.Subset(Allowed[project].ToHashSet(), References(project, "ProjectReference").Select(path => path.Split("SynthNotebooks.")[^1][..^".csproj".Length]).ToHashSet());

    [Theory, MemberData(nameof(Projects))]
    public void The_bottom_projects_take_only_the_packages_of_the_design(string project)
    {
        if (AllowedPackages.TryGetValue(project, out var allowed))
            Assert.Subset(allowed.ToHashSet(), References(project, "PackageReference").ToHashSet());
    }

    // The package holds the libraries themselves, so it must name what each of them needs.
    [Fact]
    public void The_package_for_notebooks_depends_on_what_its_libraries_need() => Assert.Equal(
        Allowed["Notebooks"].Append("Notebooks").Where(project => Directory.Exists(Repository.Path("src", $"SynthNotebooks.{project}")))
            .SelectMany(project => References(project, "PackageReference")).Distinct().Order(StringComparer.Ordinal),
        References("Package", "PackageReference").Order(StringComparer.Ordinal));

    [Fact]
    public void Package_versions_stand_in_one_file() => Assert.All(
        Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(path => !path.Contains("/artifacts/", StringComparison.Ordinal)),
        path => Assert.DoesNotContain(XDocument.Load(path).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null));

    private static IEnumerable<string> References(string project, string element) =>
        XDocument.Load(Repository.Path("src", $"SynthNotebooks.{project}", $"SynthNotebooks.{project}.csproj"))
            .Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
