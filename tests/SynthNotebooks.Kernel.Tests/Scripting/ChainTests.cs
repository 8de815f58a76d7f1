namespace SynthNotebooks.Kernel.Tests.Scripting;

public class ChainTests
{
    [Theory]
    [InlineData("int.TryParse(\"7\", out var seen);", "seen", "7"), InlineData("var (a, b) = (1, 2);", "a + b", "3")]
    [InlineData("if (\"x\" is string text) { }\nobject o = 5; if (o is int number) { }", "o", "5"), InlineData("int Twice(int n) => 2 * n;", "Twice(4)", "8")]
    [InlineData("record Point(int X);", "new Point(3).X", "3"), InlineData("using System.Numerics;", "Vector2.One.X", "1"), InlineData("using Number = System.Int32;", "Number.MaxValue", "2147483647")]
    [InlineData("public int Property { get; set; } = 6;", "Property", "6"), InlineData("const int Fixed = 9;", "Fixed", "9"), InlineData("enum Side { Left = 4 }", "(int)Side.Left", "4")]
    [InlineData("delegate int Map(int n);", "((Map)(n => n + 1))(1)", "2")]
    [InlineData("using System.Numerics; 1", "Vector2.One.X", "1"), InlineData("// nothing\nusing static System.Math;", "Max(1, 2)", "2")]
    public async Task Whatever_a_cell_declares_is_seen_after_cells_that_declare_nothing(string declaration, string use, string expected)
    {
        await using var notebook = new Notebook();
        await notebook.RunAsync("1 + 1");
        await notebook.RunAsync(declaration);
        await notebook.RunAsync("Console.Write(1);");
        await notebook.RunAsync("");
        await notebook.RunAsync("foreach (var i in new[] { 1 }) { var inner = i; }\n2");

        Assert.Equal(expected, await notebook.ValueAsync(use));
    }

    [Fact]
    public async Task Tasks_and_closures_of_cells_that_declare_nothing_go_on()
    {
        await using var notebook = new Notebook();
        await notebook.RunAsync("var count = 0; Action later = null; var started = new TaskCompletionSource();");
        await notebook.RunAsync("later = () => count++;");
        await notebook.RunAsync("Task.Run(async () => { await started.Task; later(); later(); });");
        await notebook.RunAsync("started.SetResult(); for (var i = 0; i < 500 && count < 2; i++) await Task.Delay(10);");

        Assert.Equal("2", await notebook.ValueAsync("count"));
    }
}
