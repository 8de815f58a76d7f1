using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Cli.Tests.Documentation;

public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.Path("README.md"));

    public static TheoryData<string> Magics => [.. new MagicCatalog(Toolkit.Default).Commands.Select(command => command.Magic.Name)];

    [Theory, MemberData(nameof(Magics))]
    public void Every_magic_has_its_row(string name) => Assert.Contains($"| `{name}` |", Readme, StringComparison.Ordinal);

    [Fact]
    public void Links_lead_to_files_that_exist() => Assert.All(
        System.Text.RegularExpressions.Regex.Matches(Readme, @"\]\((?<path>[^)#:]+)\)").Select(match => match.Groups["path"].Value),
        path => Assert.True(Path.Exists(Repository.Path(path)), path));
}
