namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class ErrorTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task A_compilation_error_shows_line_and_caret()
    {
        var error = await _notebook.ErrorAsync("var a = 1;\n\tvar b = nothing + a;");

        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("(2,10): error CS0103: The name 'nothing' does not exist in the current context", error.Message);
        Assert.Equal([error.Message, "\tvar b = nothing + a;", "\t        ^"], error.Traceback);
    }

    [Fact]
    public async Task Loops_do_not_shift_the_columns_of_errors()
    {
        var error = await _notebook.ErrorAsync("for (var i = 0; i < 3; i++) { nothing(); }");

        Assert.Equal("(1,31): error CS0103: The name 'nothing' does not exist in the current context", error.Message);
        error = await _notebook.ErrorAsync("for (var i = 0; i < 3; i++) { throw new Exception(\"x\"); }");
        Assert.Equal("      " + new string(' ', 30) + "^", error.Traceback[^1]);
    }

    [Fact]
    public async Task A_runtime_error_shows_the_users_frames_and_no_others()
    {
        await _notebook.RunAsync("int Parse(string s)\n{\n    return int.Parse(s);\n}");
        var error = await _notebook.ErrorAsync("var x = 1;\nParse(\"seven\")");

        Assert.Equal("FormatException", error.Name);
        Assert.Equal("The input string 'seven' was not in a correct format.", error.Message);
        Assert.Equal("System.FormatException: The input string 'seven' was not in a correct format.", error.Traceback[0]);
        Assert.Contains("   at Parse() in cell 1, line 3", error.Traceback);
        Assert.Contains("          return int.Parse(s);", error.Traceback);
        Assert.Contains("   at top level in cell 2, line 2", error.Traceback);
        Assert.DoesNotContain(error.Traceback, line => line.Contains("CodeAnalysis") || line.Contains("Submission#") || line.Contains('/') || line.Contains("ControlledExecution") || line.Contains("MoveNext"));
    }

    [Fact]
    public async Task A_failure_in_a_task_shows_its_cause()
    {
        var error = await _notebook.ErrorAsync("await Task.Run(() => { throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\")); });");

        Assert.Equal(("InvalidOperationException", "outer"), (error.Name, error.Message));
        Assert.Contains("Caused by System.ArgumentException: inner", error.Traceback);
        Assert.Contains("   at lambda in cell 1, line 1", error.Traceback);
    }

    [Fact]
    public async Task An_exception_type_of_the_user_has_its_bare_name()
    {
        var error = await _notebook.ErrorAsync("class Odd(string m) : Exception(m);\nthrow new Odd(\"line one\\nline two\");");

        Assert.Equal(("Odd", "line one line two"), (error.Name, error.Message));
    }

    [Theory]
    [InlineData("int[] a = { 1 };\nvar b = a[3];", "   at top level in cell 1, line 2|      var b = a[3];|              ^")]
    [InlineData("int[] a = { 1 };\nfor (var i = 0; i < 2; i++)\n{\n    Console.WriteLine(a[i]);\n}", "   at top level in cell 1, line 4|          Console.WriteLine(a[i]);|                            ^")]
    [InlineData("int Sum(int[] a)\n{\n    var s = 0;\n    for (var i = 0; i < 9; i++)\n        s += a[i];\n    return s;\n}\nSum(new[] { 1 })", "   at Sum() in cell 1, line 5|              s += a[i];|                   ^")]
    [InlineData("int[] a = { 1 };\nvar b = a[0];\nvar c = a[1];", "   at top level in cell 1, at an index in line 2 or 3")]
    [InlineData("int[] a = { 1 };\nvar b = a[0] + a[1];", "   at top level in cell 1, line 2|      var b = a[0] + a[1];")]
    [InlineData("int[] a = { 1 };\nvar b = a[0];\nint F() => a[5];\nvar c = F();", "   at F() in cell 1, line 3|      int F() => a[5];|                 ^")]
    public async Task An_index_out_of_range_tells_where_it_may_have_been(string code, string expected)
    {
        var error = await _notebook.ErrorAsync(code);

        Assert.Equal("IndexOutOfRangeException", error.Name);
        Assert.Contains(expected, string.Join('|', error.Traceback));
        Assert.DoesNotContain(error.Traceback, line => line.Contains("ThrowHelpers"));
    }

    [Fact]
    public async Task An_overflow_tells_no_line_since_none_is_known()
    {
        var error = await _notebook.ErrorAsync("checked\n{\n    var most = int.MaxValue;\n    most++;\n}");

        Assert.Equal(["System.OverflowException: Arithmetic operation resulted in an overflow.", "   at top level in cell 1"], error.Traceback);
    }

    [Theory]
    [InlineData("new Stopwatch()", "Hint: it is known after using System.Diagnostics;")]
    [InlineData("JsonSerializer.Serialize(1)", "Hint: it is known after using System.Text.Json;")]
    [InlineData("new ConcurrentDictionary<string, int>()", "Hint: it is known after using System.Collections.Concurrent;")]
    public async Task A_type_whose_namespace_is_not_in_scope_comes_with_it(string code, string hint) => Assert.Equal(hint, (await _notebook.ErrorAsync(code)).Traceback[^1]);

    [Fact]
    public async Task A_name_that_no_namespace_has_comes_without_a_hint() =>
        Assert.DoesNotContain((await _notebook.ErrorAsync("Nowhere.Call()")).Traceback, line => line.StartsWith("Hint", StringComparison.Ordinal));
}
