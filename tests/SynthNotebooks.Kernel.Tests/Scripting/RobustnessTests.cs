namespace SynthNotebooks.Kernel.Tests.Scripting;

[Collection("alone")] // some cells replace the console, which belongs to the process
public sealed class RobustnessTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("int F(int n) => F(n + 1) + 1;", "F(0)")]
    [InlineData("int A(int n) => B(n + 1); int B(int n) => A(n + 1);", "A(0)")]
    [InlineData("class R { public int P => P + 1; }", "_ = new R().P")]
    [InlineData("class R { public int P { get { return P + 1; } } }", "_ = new R().P")]
    [InlineData("class R { public override string ToString() => $\"{this}\"; }", "new R().ToString()")]
    [InlineData("class R { public override string ToString() => \"\" + this; }", "new R().ToString()")]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1) + 1;", "f(0)")]
    [InlineData("Action f = null; f = () => f();", "f()")]
    [InlineData("class R { public R() { new R(); } }", "new R()")]
    [InlineData("class R { public R Next { get; } public R() => Next = new(); }", "new R()")]
    [InlineData("class R { public static R operator +(R a, R b) => a + b; }", "(new R() + new R()).ToString()")]
    [InlineData("class R { public static explicit operator int(R r) => (int)r; }", "((int)new R()).ToString()")]
    [InlineData("class R { public int this[int i] => this[i + 1]; }", "new R()[0].ToString()")]
    [InlineData("IEnumerable<int> F(int n) { foreach (var q in F(n + 1)) yield return q; }", "F(0).Count()")]
    [InlineData("class R { public override bool Equals(object o) => o.Equals(this); public override int GetHashCode() => 1; }", "new R().Equals(new R())")]
    [InlineData("abstract class S { public abstract int V(); } class T : S { public S Of; public override int V() => Of.V(); } var t = new T(); t.Of = t;", "t.V()")]
    public async Task A_recursion_without_end_is_an_error_and_the_kernel_lives_on(string declarations, string call)
    {
        // On a small stack, which overflows and unwinds sooner than a cell's.
        await _notebook.RunAsync("""
            void OnSmallStack(Action action)
            {
                Exception failure = null;
                var thread = new Thread(() => { try { action(); } catch (Exception e) { failure = e; } }, 1 << 20);
                thread.Start();
                thread.Join();
                if (failure != null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }
            """);
        var error = await _notebook.ErrorAsync($"{declarations}\nOnSmallStack(() => {{ {call}; }});");

        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.True(error.Traceback.Count < 25, "the frames are folded");
        Assert.Contains(error.Traceback, line => line.EndsWith(" more frames", StringComparison.Ordinal));
        Assert.Equal("2", await _notebook.ValueAsync("1 + 1"));
    }

    [Fact]
    public async Task A_recursion_without_end_on_the_cells_own_stack_is_an_error_too()
    {
        await _notebook.RunAsync("var kept = 42;");
        Assert.Equal("InsufficientExecutionStackException", (await _notebook.ErrorAsync("int F(int n) => F(n + 1) + 1;\nF(0)")).Name);
        Assert.Equal("42", await _notebook.ValueAsync("kept"));
    }

    [Fact]
    public async Task A_deep_but_honest_recursion_runs() => Assert.Equal("50000", await _notebook.ValueAsync("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1); Depth(50000)"));

    [Theory]
    [InlineData("new Thread(() => throw new FormatException(\"odd\")).Start();", "lambda")]
    [InlineData("async void F() { await Task.Delay(1); throw new FormatException(\"odd\"); } F();", "F()")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new FormatException(\"odd\"));", "lambda")]
    [InlineData("var t = new Timer(_ => throw new FormatException(\"odd\"), null, 1, -1);", "lambda")]
    public async Task A_failure_outside_of_the_cells_flow_is_told_on_stderr_and_the_kernel_lives_on(string code, string where)
    {
        var output = await _notebook.RunAsync(code);
        for (var wait = 0; wait < 200 && !output.Error.Contains("line 1"); wait++) await Task.Delay(20); // the cell has ended already

        Assert.Contains($"System.FormatException: odd\n   at {where} in cell 1, line 1\n", output.Error);
        Assert.Equal("2", await _notebook.ValueAsync("1 + 1"));
    }

    [Fact]
    public async Task What_is_printed_after_the_cell_ended_still_belongs_to_it()
    {
        var first = await _notebook.RunAsync("var go = new TaskCompletionSource(); _ = Task.Run(async () => { await go.Task; Console.WriteLine(\"late\"); });");
        var second = await _notebook.RunAsync("go.SetResult(); Console.WriteLine(\"second\");");
        for (var wait = 0; wait < 200 && first.Out.Length == 0; wait++) await Task.Delay(20);

        Assert.Equal(("late\n", "second\n"), (first.Out, second.Out));
    }

    [Theory]
    [InlineData("Environment.Exit(3);")]
    [InlineData("System.Environment.Exit(3);")]
    [InlineData("int F() { Environment.Exit(3); return 1; } F()")]
    public async Task Exit_ends_the_cell_and_not_the_kernel(string code)
    {
        await _notebook.RunAsync("var kept = 42;");
        var error = await _notebook.ErrorAsync(code);

        Assert.Equal("CellExit", error.Name);
        Assert.StartsWith("Environment.Exit(3) ended the cell", error.Message);
        Assert.Equal("42", await _notebook.ValueAsync("kept"));
    }

    [Fact]
    public async Task A_console_that_a_cell_replaces_is_back_in_the_next_cell()
    {
        var output = await _notebook.RunAsync("var captured = new StringWriter(); Console.SetOut(captured); Console.Write(\"caught\");");
        Assert.Equal("", output.Out);
        Assert.Equal("shown", (await _notebook.RunAsync("Console.Write(\"shown\");")).Out);
        Assert.Equal("caught", await _notebook.ValueAsync("captured.ToString()"));
    }

    [Fact]
    public async Task A_very_long_cell_compiles_and_runs()
    {
        var code = string.Concat(Enumerable.Range(0, 3000).Select(i => $"var v{i} = {(i == 0 ? "1" : $"v{i - 1} + 1")};\n")) + "v2999";
        Assert.Equal("3000", await _notebook.ValueAsync(code));
        Assert.Equal("1000000", await _notebook.ValueAsync($"\"{new string('x', 1_000_000)}\".Length"));
        Assert.Equal("5000", await _notebook.ValueAsync($"new[] {{ {string.Join(", ", Enumerable.Range(0, 5000))} }}.Length"));
    }

    [Fact]
    public async Task All_causes_of_an_aggregate_failure_are_told_and_reflections_envelope_is_not()
    {
        var error = await _notebook.ErrorAsync("Task.WaitAll(Task.Run(() => throw new FormatException(\"one\")), Task.Run(() => throw new ArgumentException(\"two\")));");
        Assert.Equal("AggregateException", error.Name);
        Assert.Contains("Cause 1 of 2: System.FormatException: one", error.Traceback);
        Assert.Contains("Cause 2 of 2: System.ArgumentException: two", error.Traceback);

        error = await _notebook.ErrorAsync("class A { public static void F() => throw new FormatException(\"in\"); }\ntypeof(A).GetMethod(\"F\").Invoke(null, null);");
        Assert.Equal(("FormatException", "in"), (error.Name, error.Message));
        Assert.Contains("   at A.F() in cell 2, line 1", error.Traceback);
    }

    [Fact]
    public async Task An_exception_whose_message_fails_is_still_told()
    {
        var error = await _notebook.ErrorAsync("class Odd : Exception { public override string Message => throw new FormatException(); }\nthrow new Odd();");

        Assert.Equal(("Odd", "(its message cannot be had: FormatException)"), (error.Name, error.Message));
    }
}
