using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class CSharpSessionTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("6*7", "42")]
    [InlineData("\"a\"+\"b\"", "ab")]
    [InlineData("(string)null", "<null>")]
    [InlineData("await Task.FromResult(5)", "5")]
    [InlineData("var x = 1; x + 1", "2")]
    [InlineData("var x = 1;", null)]
    [InlineData("", null)]
    [InlineData("// nothing", null)]
    [InlineData("using System.Globalization;", null)]
    [InlineData("Console.Write(1)", null)]
    [InlineData("Enumerable.Range(1, 3).Sum()", "6")]
    public async Task The_last_expression_without_semicolon_is_the_result(string code, string? shown) => Assert.Equal(shown, await _notebook.ValueAsync(code));

    [Fact]
    public async Task Cells_see_variables_functions_types_and_usings_of_earlier_cells()
    {
        await _notebook.RunAsync("using System.Globalization;\nvar a = 20;");
        await _notebook.RunAsync("int Twice(int x) => 2 * x;");
        await _notebook.RunAsync("record Point(int X, int Y);");
        await _notebook.RunAsync("a = 21;");

        Assert.Equal("42 7", await _notebook.ValueAsync("var p = new Point(3, 4); Twice(a).ToString(CultureInfo.InvariantCulture) + \" \" + (p.X + p.Y)"));
    }

    [Fact]
    public async Task A_redeclared_variable_takes_its_new_type()
    {
        await _notebook.RunAsync("var a = 1;");
        await _notebook.RunAsync("var a = \"x\";");

        Assert.Equal("x", await _notebook.ValueAsync("a"));
        Assert.Equal(typeof(string), Assert.Single(_notebook.Session.Variables.List()).Type);
    }

    [Fact]
    public async Task A_cell_that_fails_keeps_what_it_had_set()
    {
        await _notebook.ErrorAsync("var a = 5; throw new Exception(\"x\");");

        Assert.Equal("5", await _notebook.ValueAsync("a"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_leaves_no_trace()
    {
        await _notebook.RunAsync("var a = 1;");
        await _notebook.ErrorAsync("a = 2; var c = nothing;");

        Assert.Equal("1", await _notebook.ValueAsync("a"));
        Assert.Equal("CompilationError", (await _notebook.ErrorAsync("c")).Name);
    }

    [Fact]
    public async Task What_tasks_and_threads_print_belongs_to_the_cell()
    {
        var output = await _notebook.RunAsync("""
            Console.WriteLine("here");
            Console.Error.Write("bad");
            await Task.Run(() => Console.WriteLine("task"));
            var t = new Thread(() => Console.WriteLine("thread")); t.Start(); t.Join();
            Parallel.For(0, 2, i => Console.WriteLine("loop"));
            """);

        Assert.Equal("here\ntask\nthread\nloop\nloop\n", output.Out);
        Assert.Equal("bad", output.Error);
    }

    [Fact]
    public async Task Input_is_asked_of_the_front_end()
    {
        var output = await _notebook.RunAsync("Console.ReadLine() + GetInput(\"name?\")", answer: prompt => "<" + prompt + ">");

        Assert.Equal("<><name?>", output.Plain);
    }

    [Fact]
    public async Task A_silent_cell_shows_nothing()
    {
        var output = new RecordedOutput();
        var outcome = await _notebook.Session.RunAsync(new CellRequest("Console.WriteLine(1); display(2); 3", 1, Silent: true), output, default);

        Assert.True(outcome.Succeeded);
        Assert.Equal(("", 0, null), (output.Out, output.Displays.Count, output.Value));
    }

    [Fact]
    public async Task User_expressions_are_evaluated_after_the_cell_and_leave_no_trace()
    {
        var outcome = await _notebook.Session.RunAsync(
            new CellRequest("var a = 4;", 1, UserExpressions: new Dictionary<string, string> { ["good"] = "a + 1", ["bad"] = "nothing" }), new RecordedOutput(), default);

        Assert.Equal("5", outcome.UserExpressions!["good"].Data!.Data["text/plain"].GetValue<string>());
        Assert.Equal("CompilationError", outcome.UserExpressions["bad"].Error!.Name);
        Assert.Equal("4", await _notebook.ValueAsync("a"));
    }

    [Fact]
    public async Task A_variable_set_by_the_host_has_its_type_in_the_next_cell()
    {
        await _notebook.Session.Variables.SetAsync("numbers", new List<int> { 1, 2 }, typeof(List<int>));
        Assert.Equal("3", await _notebook.ValueAsync("numbers.Sum()"));
        await _notebook.Session.Variables.SetAsync("numbers", new List<int> { 5 }, typeof(List<int>));
        Assert.Equal("5", await _notebook.ValueAsync("numbers.Sum()"));

        await _notebook.Session.Variables.SetAsync("odd", new { A = 7 }, new { A = 7 }.GetType());
        Assert.True(_notebook.Session.Variables.TryGet("odd", out var odd) && odd is not null);
    }

    [Fact]
    public async Task Runaway_recursion_is_an_error_and_not_the_end_of_the_process()
    {
        await _notebook.RunAsync("int F(int n) => F(n + 1) + 1;\nint G(int n) { return G(n + 1) + 1; }");

        Assert.Equal("InsufficientExecutionStackException", (await _notebook.ErrorAsync("F(0)")).Name);
        Assert.Equal("InsufficientExecutionStackException", (await _notebook.ErrorAsync("G(0)")).Name);
    }
}
