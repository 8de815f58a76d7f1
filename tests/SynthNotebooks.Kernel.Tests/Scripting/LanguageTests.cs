namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class LanguageTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("return 5;", "5")]
    [InlineData("if (DateTime.Now.Year > 2000) return \"new\"; else return \"old\";", "new")]
    [InlineData("try { return int.Parse(\"x\"); } catch (FormatException) { return -1; }", "-1")]
    [InlineData("static async Task<int> Main() { await Task.Delay(1); return 7; }\nawait Main()", "7")]
    [InlineData("class Program { public static async Task<int> Main(string[] args) { await Task.Yield(); return args.Length; } }\nawait Program.Main(new[] { \"a\" })", "1")]
    [InlineData("await foreach (var i in Numbers()) Console.Write(i);\nasync IAsyncEnumerable<int> Numbers() { yield return 1; await Task.Yield(); yield return 2; }\n\"end\"", "end")]
    [InlineData("static int Twice(this int x) => 2 * x;\n5.Twice()", "10")]
    [InlineData("int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);\nFactorial(5)", "120")]
    [InlineData("record Point(int X, int Y) { public int Sum => X + Y; }\n(new Point(1, 2) with { Y = 5 }).Sum", "6")]
    [InlineData("interface IShape { int Area { get; } }\nrecord struct Square(int Side) : IShape { public int Area => Side * Side; }\nnew Square(3).Area", "9")]
    [InlineData("enum Colour { Red, Green }\nColour.Green", "Green")]
    [InlineData("delegate int Change(int x);\nChange up = x => x + 1;\nup(3)", "4")]
    [InlineData("var (a, b) = (1, 2);\na + b", "3")]
    [InlineData("unsafe int Through() { int v = 5; int* p = &v; return *p; }\nThrough()", "5")]
    [InlineData("Span<int> Fill(Span<int> s) { s.Fill(2); return s; }\nint Sum() { Span<int> s = stackalloc int[3]; Fill(s); var t = 0; foreach (var v in s) t += v; return t; }\nSum()", "6")]
    [InlineData("string? text = null;\ntext?.Length", "<null>")]
    [InlineData("#nullable enable\nstring text = null;\ntext ?? \"none\"", "none")]
    [InlineData("#if DEBUG\n\"debug\"\n#else\n\"release\"\n#endif", "release")]
    [InlineData("#define OWN\n#if OWN\n\"own\"\n#endif", "own")]
    [InlineData("#region a\nvar r = 1;\n#endregion\nr", "1")]
    [InlineData("#pragma warning disable CS0168\nint unused;\n1", "1")]
    [InlineData("#warning careful\n1", "1")]
    [InlineData("var s = \"\"\"\n    #!who\n    \"\"\";\ns", "#!who")]
    [InlineData("var x = 3;\nx switch { > 2 and < 5 => \"some\", _ => \"other\" }", "some")]
    [InlineData("int[] list = [1, 2, .. new[] { 3 }];\nlist is [1, .., 3]", "True")]
    [InlineData("dynamic d = 1;\nd + 1", "2")]
    [InlineData("var q = from x in new[] { 3, 1, 2 } where x > 1 orderby x select x * 10;\nstring.Join(\",\", q)", "20,30")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, bool>> e = x => x > 1;\ne.ToString()", "x => (x > 1)")]
    [InlineData("new[] { 1, 2, 3 }.AsQueryable().Where(x => x > 1).Count()", "2")]
    [InlineData("var q = (from x in new[] { 1, 2, 3 }.AsQueryable() where x > 1 select x);\nq.Expression.ToString().Contains(\"CellGuard\")", "False")]
    [InlineData("Action<int> show = x => Console.Write(x);\nshow(1);\nFunc<int, int> same = x => x;\nsame(2)", "2")]
    [InlineData("Func<Task<int>> later = async () => await Task.FromResult(4);\nFunc<Task> nothing = async () => await Task.Yield();\nawait nothing();\nawait later()", "4")]
    [InlineData("ref int First(int[] a) => ref a[0];\nvar array = new[] { 1 };\nFirst(array) = 8;\narray[0]", "8")]
    [InlineData("class Cell { private int _v; public ref int V => ref _v; public int this[int i] { get => _v; set => _v = value; } }\nvar c = new Cell();\nc[0] = 4;\nc.V", "4")]
    [InlineData("int Local() { int Inner(int n) => n == 0 ? 0 : Inner(n - 1); return Inner(3); }\nLocal()", "0")]
    [InlineData("lock (new object()) { }\nusing (var m = new MemoryStream()) { }\nchecked { }\n1", "1")]
    public async Task A_cell_may_hold(string code, string shown) => Assert.Equal(shown, await _notebook.ValueAsync(code));

    [Fact]
    public async Task Types_functions_and_variables_can_be_declared_anew()
    {
        await _notebook.RunAsync("class Box<T> { public T V; public Box(T v) => V = v; }\nvar x = 1;\nstatic int Add(this int a, int b) => a + b;\nint Count() => 1;");
        await _notebook.RunAsync("var old = new Box<int>(1);");
        await _notebook.RunAsync("class Box<T> { public T V; public Box(T v) => V = v; public string Text => $\"box {V}\"; }\nvar x = \"text\";\nstatic int Add(this int a, int b) => a + b + 100;\nint Count() => 2;");

        Assert.Equal("box 4", await _notebook.ValueAsync("new Box<int>(4).Text"));
        Assert.Equal("4", await _notebook.ValueAsync("x.Length"));
        Assert.Equal("103", await _notebook.ValueAsync("1.Add(2)"));
        Assert.Equal("2", await _notebook.ValueAsync("Count()"));
        Assert.Equal("1", await _notebook.ValueAsync("old.V"));
    }

    [Fact]
    public async Task The_usings_of_dotnet_interactive_are_there_and_a_cells_own_come_first()
    {
        Assert.Equal("True", await _notebook.ValueAsync("new List<int>().Any() || new StringBuilder().Length == 0 && Task.CompletedTask.IsCompleted && new ArrayList().Count == 0 && HTML(\"\") is IHtmlContent && Formatter.ListExpansionLimit > 0"));
        await _notebook.RunAsync("using System.Timers;\nTimer timer = new Timer(1000);"); // not that of System.Threading
        await _notebook.RunAsync("Timer other = null;");
        Assert.Equal("System.Timers.Timer", await _notebook.ValueAsync("timer.GetType()"));
    }

    [Theory]
    [InlineData("static class E { public static int Twice(this int x) => 2 * x; }", "(1,36): error CS1109", "outside of any class")]
    [InlineData("namespace A { class B { } }", "(1,1): error CS7021", "has no namespaces")]
    [InlineData("using var m = new MemoryStream();", "(1,11): error CS1002", "using (var x = ...)")]
    [InlineData(" #!who", "(1,2): error CS", "very start of its line")]
    [InlineData("using Nowhere.Package;", "(1,7): error CS0246", "#r \"nuget: Name, 1.2.3\"")]
    public async Task What_differs_from_files_of_CSharp_carries_a_hint(string code, string message, string hint)
    {
        var error = await _notebook.ErrorAsync(code);

        Assert.StartsWith(message, error.Message);
        Assert.Contains(error.Traceback, line => line.StartsWith("Hint: ") && line.Contains(hint));
    }

    [Theory]
    [InlineData("var x = 1;\n    var y = nothing;", "(2,13): error CS0103", "            ^")]
    [InlineData("var s = \"ä😀\"; nothing", "(1,16): error CS0103", "               ^")]
    [InlineData("#!who\n\nnothing", "(3,1): error CS0103", "^")]
    [InlineData("for (;;) { int i = \"a\"; }", "(1,20): error CS0029", "                   ^")]
    [InlineData("int F() => nothing + F();", "(1,12): error CS0103", "           ^")]
    public async Task A_compilation_error_has_its_line_and_caret(string code, string message, string caret)
    {
        var error = await _notebook.ErrorAsync(code);

        Assert.StartsWith(message, error.Message);
        Assert.Equal(caret, error.Traceback[2]);
    }

    [Theory]
    [InlineData("var a = 1;\nobject o = null;\no.ToString();", 3, "^")]
    [InlineData("int F(int n) => n == 0 ? throw new FormatException() : F(n - 1);\nF(2)", 1, "                ^")]
    [InlineData("foreach (var i in new[] { 1 }) { if (i == 1) throw new FormatException(); }", 1, "                                             ^")]
    [InlineData("var f = (int x) => x / (x - x);\n\nf(1)", 1, "                   ^")]
    public async Task A_failure_at_run_time_has_its_line_and_caret(string code, int line, string caret)
    {
        var error = await _notebook.ErrorAsync(code);

        var frame = error.Traceback.First(l => l.Contains(" in cell 1, line "));
        Assert.EndsWith($"line {line}", frame);
        Assert.Equal("      " + caret, error.Traceback[error.Traceback.ToList().IndexOf(frame) + 2]);
    }
}
