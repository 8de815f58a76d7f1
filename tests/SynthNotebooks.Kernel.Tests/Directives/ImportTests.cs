using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Directives;

public sealed class ImportTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("imports").FullName;
    private readonly Notebook _notebook;

    public ImportTests() => _notebook = new(new CSharpSessionOptions { Folder = _folder });

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Imports_nest_and_paths_are_relative_to_the_file_that_names_them()
    {
        Write("a/one.dib", "#!import ../b/two.ipynb\nvar one = two + 1;");
        Write("b/two.ipynb", Notebook("#!import three.cs\\nvar two = new Three().Value + 1;"));
        Write("b/four.csx", "int Four() => 4;");
        Write("b/three.cs", "#load \"four.csx\"\npublic class Three { public int Value => 3; }");

        Assert.Equal("5 4", await _notebook.ValueAsync("#!import a/one.dib\none + \" \" + Four()"));
    }

    [Fact]
    public async Task An_error_in_an_imported_file_tells_file_and_line_and_the_way_there()
    {
        Write("a.dib", "var fine = 1;\n#!csharp\n\n#!import b.cs");
        Write("b.cs", "int Ok() => 1;\nvar bad = nothing;");
        var error = await _notebook.ErrorAsync("var x = 1;\n#!import a.dib");

        Assert.StartsWith("b.cs(2,11): error CS0103", error.Message);
        Assert.Equal("var bad = nothing;", error.Traceback[1]);
        Assert.Equal(["   at a.dib cell 2, line 1: #!import b.cs", "   at cell 1, line 2: #!import a.dib"], error.Traceback.TakeLast(2));
    }

    [Fact]
    public async Task A_failure_at_run_time_tells_its_place_and_the_way_there()
    {
        Write("a.csx", "int Half(int x)\n{\n    return x / (x - x);\n}\nHalf(1)");
        var error = await _notebook.ErrorAsync("#load \"a.csx\"");

        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Contains("   at Half() in a.csx, line 3", error.Traceback);
        Assert.Equal("   at cell 1, line 1: #load \"a.csx\"", error.Traceback[^1]);
    }

    [Fact]
    public async Task A_circle_is_refused_and_a_file_may_be_imported_twice()
    {
        Write("a.dib", "#!import b.dib");
        Write("b.dib", "#!import a.dib");
        Write("self.csx", "#load \"self.csx\"");
        Write("twice.csx", "int Twice(int x) => 2 * x;");

        Assert.Equal("#!import: a.dib > b.dib > a.dib goes round in a circle.", (await _notebook.ErrorAsync("#!import a.dib")).Message);
        Assert.Contains("self.csx > self.csx", (await _notebook.ErrorAsync("#load \"self.csx\"")).Message);
        Assert.Equal("4", await _notebook.ValueAsync("#load \"twice.csx\"\n#load \"twice.csx\"\nTwice(2)"));
        Assert.Contains("a.dib > b.dib > a.dib", (await _notebook.ErrorAsync("#!import a.dib")).Message); // nothing was left behind
    }

    [Theory]
    [InlineData("#!import", "needs the path of a file")]
    [InlineData("#!import nowhere.dib", "there is no file 'nowhere.dib'")]
    [InlineData("#!import 'a b.dib'", "double quotes, not with single ones")]
    [InlineData("#!import \"a.dib\" \"b.dib\"", "takes one path")]
    [InlineData("#!import folder", "is a folder")]
    [InlineData("#!import note.txt", "takes .dib, .ipynb, .cs and .csx files, not 'note.txt'")]
    [InlineData("#!import broken.ipynb", "'broken.ipynb' is no notebook")]
    [InlineData("#!import https://example.org/a.dib", "reads files of this machine")]
    [InlineData("#load \"nowhere.csx\"", "there is no file 'nowhere.csx'")]
    public async Task What_cannot_be_imported_is_told(string code, string told)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder"));
        Write("note.txt", "");
        Write("broken.ipynb", "{");
        var error = await _notebook.ErrorAsync(code);

        Assert.Equal("MagicError", error.Name);
        Assert.Contains(told, error.Message);
        Assert.Equal($"   at cell 1, line 1: {code}", error.Traceback[^1]);
    }

    [Fact]
    public async Task Cells_of_other_languages_in_an_imported_notebook_are_told_with_their_place()
    {
        Write("mixed.dib", "#!csharp\n1\n#!fsharp\nlet x = 1\n");
        var error = await _notebook.ErrorAsync("#!import mixed.dib");

        Assert.Contains("#!fsharp needs a kernel for F#", error.Message);
        Assert.Contains("   at mixed.dib cell 2, line 1: #!fsharp", error.Traceback);
    }

    private static string Notebook(string source) => $$"""{"cells":[{"cell_type":"code","source":"{{source}}","metadata":{},"outputs":[]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
