using System.Text.Json;
using System.Text.RegularExpressions;

namespace SynthNotebooks.Generators.Tests.Industry;

/// <summary>The notebooks open anywhere: nbformat 4.5 with our kernel, ids that stay, links that lead somewhere.</summary>
public partial class NotebookTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "notebooks");

    public static TheoryData<string> Notebooks =>
    [
        .. Directory.EnumerateFiles(Folder, "*.ipynb", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path))
            .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Notebooks))]
    public void A_notebook_is_nbformat_4_5_for_our_kernel(string notebook)
    {
        using var document = Read(notebook);
        var (root, metadata) = (document.RootElement, document.RootElement.GetProperty("metadata"));

        Assert.Equal((4, 5), (root.GetProperty("nbformat").GetInt32(), root.GetProperty("nbformat_minor").GetInt32()));
        Assert.Equal(".net-csharp", metadata.GetProperty("kernelspec").GetProperty("name").GetString());
        Assert.Equal(".NET (C#) SynthNotebooks", metadata.GetProperty("kernelspec").GetProperty("display_name").GetString());
        Assert.Equal("C#", metadata.GetProperty("kernelspec").GetProperty("language").GetString());
        Assert.Equal("C#", metadata.GetProperty("language_info").GetProperty("name").GetString());
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Its_cells_are_well_formed(string notebook)
    {
        using var document = Read(notebook);
        var ids = new HashSet<string>();
        foreach (var cell in document.RootElement.GetProperty("cells").EnumerateArray())
        {
            var id = cell.GetProperty("id").GetString()!;
            Assert.Matches(CellId(), id);
            Assert.True(ids.Add(id), $"cell id '{id}' repeats");
            Assert.NotEmpty(Source(cell).Trim());
            var isCode = cell.GetProperty("cell_type").GetString() == "code";
            Assert.True(isCode || cell.GetProperty("cell_type").GetString() == "markdown", id);
            Assert.Equal(isCode, cell.TryGetProperty("outputs", out _));
            Assert.Equal(isCode, cell.TryGetProperty("execution_count", out _));
        }
    }

    [Theory, MemberData(nameof(Notebooks))]
    public void Files_that_it_names_are_there(string notebook)
    {
        using var document = Read(notebook);
        var folder = Path.GetDirectoryName(Path.Combine(Folder, notebook))!;
        foreach (var cell in document.RootElement.GetProperty("cells").EnumerateArray())
            foreach (Match match in NamedFile().Matches(Source(cell)))
                Assert.True(File.Exists(Path.Combine(folder, match.Groups["file"].Value)), $"{notebook}: {match.Value}");
    }

    private static JsonDocument Read(string notebook) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, notebook)));

    private static string Source(JsonElement cell) => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()));

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex CellId();

    // A relative link of a text, or what #!load reads.
    [GeneratedRegex(@"(\]\((?!https?:|#)|^#!load )(?<file>[^)\s]+)", RegexOptions.Multiline)]
    private static partial Regex NamedFile();
}
