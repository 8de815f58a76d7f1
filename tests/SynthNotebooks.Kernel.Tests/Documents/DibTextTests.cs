using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Kernel.Tests.Documents;

public sealed class DibTextTests
{
    private const string Polyglot = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":["c#","C#"],"languageName":"C#","name":"csharp"},{"aliases":[],"name":"sql-shop"}]}}

        #!markdown

        # A title

        $x$ <b>bold</b>

        #!csharp

        #r "nuget: Some.Package, 1.2.3"
        #!time
        var a = "é 😀";

        a

        #!sql-shop

        SELECT 1

        #!fsharp

        let b = 2

        #!value --name kept
        not a cell of its own

        #!html

        <i>x</i>

        #!mermaid

        graph TD; A-->B

        """;

    [Fact]
    public void What_Polyglot_Notebooks_wrote_is_written_back_byte_for_byte_also_by_way_of_a_notebook()
    {
        var notebook = NotebookFile.Parse(Polyglot, "x.dib");

        Assert.Equal(
            [(CellKind.Markdown, "# A title\n\n$x$ <b>bold</b>"), (CellKind.Code, "#r \"nuget: Some.Package, 1.2.3\"\n#!time\nvar a = \"é 😀\";\n\na"), (CellKind.Code, "#!sql-shop\nSELECT 1"),
             (CellKind.Code, "#!fsharp\nlet b = 2\n\n#!value --name kept\nnot a cell of its own"), (CellKind.Code, "#!html\n<i>x</i>"), (CellKind.Code, "#!mermaid\ngraph TD; A-->B")],
            notebook.Cells.Select(cell => (cell.Kind, cell.Source)));
        Assert.Equal(Polyglot, DibText.Write(notebook));
        Assert.Equal(Polyglot, DibText.Write(NotebookFile.Parse(NotebookFile.Write(notebook), "x.ipynb")));
    }

    [Theory]
    [InlineData("1 + 1", "1 + 1")] // no header, no language
    [InlineData("#!c#\n1", "1")]
    [InlineData("\uFEFF#!csharp\r\n\r\n1\r\n2\r\n", "1\n2")]
    [InlineData("#!csharp\n\n\n#!markdown\n\n", null)] // nothing in them
    [InlineData("#!meta\n\n#!csharp\n\n1", "1")]
    [InlineData("#!powershell\ndir", "#!powershell\ndir")]
    public void Other_forms_of_the_text_are_read(string text, string? source) =>
        Assert.Equal(source is null ? [] : [source], NotebookFile.Parse(text, "x.dib").Cells.Select(cell => cell.Source));

    [Theory, InlineData("#!meta\n{\"a\":"), InlineData("#!meta\n[1]")]
    public void A_header_that_is_no_object_is_refused_by_name(string text) =>
        Assert.Contains("'x.dib'", Assert.Throws<FormatException>(() => NotebookFile.Parse(text, "x.dib")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_notebook_of_Jupyter_or_Polyglot_keeps_its_languages_and_kinds()
    {
        var notebook = NotebookFile.Parse("""
            {"cells":[{"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"fsharp"}},"source":["let a = 1\n","a"],"outputs":[]},
            {"cell_type":"raw","metadata":{},"source":"as it is"},{"cell_type":"code","metadata":{"dotnet_interactive":{"language":"csharp"}},"source":"#!fit t --model copula --as m","outputs":[]},
            {"cell_type":"markdown","metadata":{},"source":"**x**"},{"cell_type":"code","metadata":{},"source":"","outputs":[]}],"metadata":{},"nbformat":4}
            """, "x.ipynb");

        var again = NotebookFile.Parse(DibText.Write(notebook), "x.dib");

        Assert.Equal([(CellKind.Code, "#!fsharp\nlet a = 1\na"), (CellKind.Raw, "as it is"), (CellKind.Code, "#!fit t --model copula --as m"), (CellKind.Markdown, "**x**")], again.Cells.Select(cell => (cell.Kind, cell.Source)));
        Assert.Equal(DibText.Write(notebook), DibText.Write(again));
    }

    [Fact]
    public void A_program_becomes_cells_at_its_marks()
    {
        var notebook = NotebookFile.Parse("#!/usr/bin/env dotnet\n#:package Some.Package@1.2.3\n#:property PublishAot=false\nvar a = 1;\n\n// %% [markdown]\n// # Title\n//\n// text\n// %% a cell\na + 1 // %% not here\n", "x.cs");

        Assert.Equal(
            [(CellKind.Code, "#r \"nuget: Some.Package, 1.2.3\"\n// #:property PublishAot=false\nvar a = 1;"), (CellKind.Markdown, "# Title\n\ntext"), (CellKind.Code, "a + 1 // %% not here")],
            notebook.Cells.Select(cell => (cell.Kind, cell.Source)));
        Assert.Equal(["#load \"other.csx\"\n1"], NotebookFile.Parse("#load \"other.csx\"\r\n1", "x.csx").Cells.Select(cell => cell.Source));
    }
}
