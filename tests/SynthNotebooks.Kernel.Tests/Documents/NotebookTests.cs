using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Tests.Documents;

public sealed class NotebookTests
{
    private const string AsJupyterWritesIt = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": 1,
           "id": "a1",
           "metadata": {
            "mine": {
             "kept": 1.0
            },
            "tags": []
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "héllo 😀\n",
              "\u001b[0m \"q\" \\"
             ]
            }
           ],
           "source": [
            "var a = 1;\n",
            "a"
           ]
          },
          {
           "cell_type": "markdown",
           "id": "a2",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "name": ".net-csharp"
          },
          "unknown": null
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void What_Jupyter_wrote_is_written_back_byte_for_byte() =>
        Assert.Equal(AsJupyterWritesIt, NotebookFile.Write(NotebookFile.Parse(AsJupyterWritesIt, "x.ipynb")));

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"cells\":[1]}")]
    [InlineData("{\"cells\":[],\"nbformat\":3}")]
    public void What_is_no_notebook_is_refused_by_name(string text) => Assert.Contains("x.ipynb", Assert.Throws<FormatException>(() => NotebookFile.Parse(text, "x.ipynb")).Message);

    [Fact]
    public void Dib_cells_keep_their_languages()
    {
        var notebook = NotebookFile.Parse("var a = 1;\n#!markdown\n# T\n#!fsharp\nlet b = 2\n#!csharp\n#!time\na", "x.dib");

        Assert.Equal([(CellKind.Code, "var a = 1;"), (CellKind.Markdown, "# T"), (CellKind.Code, "#!fsharp\nlet b = 2"), (CellKind.Code, "#!time\na")], notebook.Cells.Select(c => (c.Kind, c.Source)));
    }

    [Fact]
    public async Task A_run_fills_in_outputs_as_Jupyter_would_and_gives_the_same_bytes_again()
    {
        string[] cells =
        [
            "Console.WriteLine(1); Console.WriteLine(2); Console.Error.Write(3); var d = display(\"old\"); 6 * 7",
            "d.Update(\"new\"); Console.Write(\"gone\"); ClearOutput(wait: true); Console.Write(\"kept\");",
            "record Point(int X); new[] { new Point(1) }",
            "throw new Exception(\"stop\");",
            "Console.Write(\"never\");",
        ];
        async Task<(string Text, NotebookRunResult Result)> RunAsync()
        {
            await using var session = new CSharpSession();
            var notebook = NotebookDocument.Of(cells.Select(c => (CellKind.Code, c)));
            var result = await new NotebookRunner(session).RunAsync(notebook);
            return (NotebookFile.Write(notebook), result);
        }

        var (first, result) = await RunAsync();
        var (second, _) = await RunAsync();

        Assert.Equal(first, second);
        Assert.Equal((3, "Exception"), (result.Cell, result.Error?.Name));
        var read = NotebookFile.Parse(first, "x.ipynb");
        Assert.Equal(["stream", "stream", "display_data", "execute_result"], read.Cells[0].Outputs.Select(o => (string?)o!["output_type"]));
        Assert.Equal("new", (string?)read.Cells[0].Outputs[2]!["data"]!["text/plain"]![0]);
        Assert.Equal("kept", (string?)Assert.Single(read.Cells[1].Outputs)!["text"]![0]);
        Assert.Equal("error", (string?)Assert.Single(read.Cells[3].Outputs)!["output_type"]);
        Assert.Empty(read.Cells[4].Outputs);
        Assert.Null(read.Cells[4].ExecutionCount);
        Assert.DoesNotContain("never", first.Replace("Console.Write(\\\"never\\\")", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_goes_on_after_errors_when_told_and_past_expected_ones()
    {
        await using var session = new CSharpSession();
        var notebook = NotebookDocument.Of([(CellKind.Code, "throw new Exception(\"a\");"), (CellKind.Code, "1 + 1")]);
        var seen = new List<NotebookProgress>();
        var result = await new NotebookRunner(session, new NotebookRunOptions(StopOnError: false)).RunAsync(notebook, new Recorder(seen));

        Assert.Equal(0, result.Cell);
        Assert.Equal(2, notebook.Cells[1].ExecutionCount);
        Assert.Equal([1, 2], seen.Select(p => p.Done));
    }

    private sealed class Recorder(List<NotebookProgress> seen) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => seen.Add(value);
    }
}
