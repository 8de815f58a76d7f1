using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Documents;

namespace SynthNotebooks.Kernel.Tests.Documents;

public sealed class OutputComparisonTests
{
    private const string Text = """{"output_type":"display_data","metadata":{},"data":{"text/plain":"a\nb"}}""";

    [Theory]
    [InlineData(Text, """{"output_type":"display_data","metadata":{},"data":{"text/plain":["a\n","b"]}}""")]
    [InlineData("""{"output_type":"stream","name":"stdout","text":"ab"}""", """{"output_type":"stream","name":"stdout","text":"a"},{"output_type":"stream","name":"stdout","text":"b"}""")]
    [InlineData("""{"output_type":"display_data","data":{"application/json":{"a":1e-05,"b":[1.50]}}}""", """{"output_type":"display_data","metadata":{},"data":{"application/json":{"b":[1.5],"a":0.00001}}}""")]
    [InlineData("""{"output_type":"execute_result","execution_count":3,"data":{"text/plain":"1"}}""", """{"output_type":"execute_result","execution_count":9,"data":{"text/plain":"1"}}""")]
    public void What_shows_the_same_is_the_same(string expected, string actual) =>
        Assert.Empty(Compare(expected, actual));

    [Theory]
    [InlineData(Text, """{"output_type":"display_data","metadata":{},"data":{"text/plain":"a\nc"}}""", 0, "text/plain", 2, 1, "b", "c")]
    [InlineData(Text, """{"output_type":"display_data","metadata":{},"data":{"text/plain":"a"}}""", 0, "text/plain", 2, 1, "b", null)]
    [InlineData(Text, "", 0, "output", 1, 1, "display_data (text/plain): a", null)]
    [InlineData("""{"output_type":"stream","name":"stdout","text":"ab"}""", """{"output_type":"stream","name":"stderr","text":"ab"}""", 0, "output", 1, 1, "stream (stdout): ab", "stream (stderr): ab")]
    [InlineData("""{"output_type":"error","ename":"E","evalue":"m","traceback":["x","y"]}""", """{"output_type":"error","ename":"E","evalue":"m","traceback":["x","z"]}""", 0, "traceback", 2, 1, "y", "z")]
    [InlineData("""{"output_type":"display_data","data":{"application/json":{"a":9007199254740993}}}""", """{"output_type":"display_data","data":{"application/json":{"a":9007199254740992}}}""", 0, "application/json", 2, 22, " \"a\": 9007199254740993", " \"a\": 9007199254740992")]
    public void The_first_difference_is_told_with_its_place(string expected, string actual, int output, string part, int line, int column, string? before, string? now) =>
        Assert.Equal([new OutputDifference(0, output, part, line, column, before, now)], Compare(expected, actual));

    [Theory, InlineData("""{"tags":["nbval-ignore-output"]}""", "1"), InlineData("{}", "// NBVAL_IGNORE_OUTPUT\\n1"), InlineData("{}", "1\\n  // NBVAL_IGNORE_OUTPUT: draws anew")]
    public void Cells_that_say_so_are_ignored(string metadata, string source)
    {
        var cell = NotebookFile.Parse($$"""{"cells":[{"cell_type":"code","metadata":{{metadata}},"source":"{{source}}","outputs":[]}],"nbformat":4}""", "x.ipynb").Cells[0];

        Assert.True(cell.IgnoresOutput);
    }

    [Fact]
    public void A_text_that_only_mentions_the_tag_is_not_ignored() =>
        Assert.False(NotebookDocument.Of([(CellKind.Code, "var a = \"NBVAL_IGNORE_OUTPUT\";")]).Cells[0].IgnoresOutput);

    private static IReadOnlyList<OutputDifference> Compare(string expected, string actual) =>
        OutputComparison.Between(Notebook(expected), Notebook(actual), cell => cell.IgnoresOutput);

    private static NotebookDocument Notebook(string outputs) =>
        NotebookFile.Parse($$"""{"cells":[{"cell_type":"code","metadata":{},"source":"","outputs":[{{outputs}}]}],"metadata":{},"nbformat":4}""", "x.ipynb");
}
