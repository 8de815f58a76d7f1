using System.Diagnostics;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Formatting;

public sealed class ObjectDisplayTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()", "\n      Id: ")]
    [InlineData("Thread.CurrentThread", "\n      Name: cell")]
    [InlineData("typeof(string)", "string")]
    [InlineData("typeof(string).Assembly", "System.Private.CoreLib")]
    [InlineData("typeof(string).Module", "\n      Assembly: System.Private.CoreLib")]
    [InlineData("System.Globalization.CultureInfo.InvariantCulture", "(invariant culture)")]
    [InlineData("Task.Delay(1)", "Task: ")]
    [InlineData("new ValueTask<int>(5)", "ValueTask<int>: 5\n      IsCompleted: True")]
    [InlineData("new InvalidOperationException(\"out\", new FormatException(\"in\"))", "Caused by System.FormatException: in")]
    [InlineData("new System.Net.Http.HttpClient()", "HttpClient\n      DefaultRequestHeaders: (empty)")]
    [InlineData("new System.Net.Http.HttpResponseMessage()", "\n      StatusCode: OK")]
    [InlineData("new FileInfo(\"/tmp/x\")", "/tmp/x")]
    [InlineData("AppDomain.CurrentDomain", "\n      BaseDirectory: ")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext.Default", "\n      Name: Default")]
    [InlineData("Console.Out", "\n      Encoding: ")]
    [InlineData("new System.Data.DataSet(\"d\")", "\n      DataSetName: d")]
    [InlineData("var t = new System.Data.DataTable(\"t\"); t.Columns.Add(\"a\"); t.Rows.Add(\"x\"); t.Rows[0]", "\n      ItemArray: [ x ]")]
    [InlineData("System.Xml.Linq.XDocument.Parse(\"<a><b>1</b></a>\")", "<a>\n  <b>1</b>\n</a>")]
    [InlineData("new { P = System.Diagnostics.Process.GetCurrentProcess(), T = Thread.CurrentThread }", "\n      P: System.Diagnostics.Process (")]
    [InlineData("record Holder(object Value); new Holder(Thread.CurrentThread)", "Holder\n      Value: ")]
    [InlineData("class Node { public int Value; public List<Node> Kids = new(); public Node Up; } Node N(int d, Node up) { var n = new Node { Value = d, Up = up }; if (d > 0) for (var i = 0; i < 10; i++) n.Kids.Add(N(d - 1, n)); return n; } N(3, null)", "Node\n      Value: 3\n      Kids: \n        index  Value")]
    public async Task An_object_that_leads_everywhere_is_told_in_a_few_lines(string code, string part)
    {
        var shown = (await _notebook.RunAsync(code)).Value!;

        var text = shown.Data["text/plain"].GetValue<string>();
        Assert.Contains(part, text);
        Assert.InRange(text.Length, 1, 4_000);
        if (shown.Data.TryGetValue("text/html", out var html)) Assert.InRange(html.GetValue<string>().Length, 1, 6_000);
    }

    [Theory]
    [InlineData("record P(int X, double Y); record Q(string Name, P Inner, List<int> L, Dictionary<string, int> D); new Q(\"n\", new P(1, 2.5), new() { 1, 2 }, new() { [\"a\"] = 1 })",
        "Q\n      Name: n\n      Inner: P\n        X: 1\n        Y: 2.5\n      L: [ 1, 2 ]\n      D: \n        key  value\n        a        1")]
    [InlineData("record P(int X, double Y); new { Points = new[] { new P(1, 2), new P(3, 4) }, Pair = (1, \"b\"), When = new DateOnly(2020, 1, 2), None = (string)null }",
        "(anonymous)\n      Points: \n        index  X  Y\n            0  1  2\n            1  3  4\n      Pair: (1, b)\n      When: 2020-01-02\n      None: <null>")]
    [InlineData("class Self { public Self Me => this; public int X = 1; } new Self()", "Self\n      X: 1\n      Me: Self")]
    [InlineData("class Own { public int X => 1; public override string ToString() => \"own text\"; } new Own()", "Own: own text\n      X: 1")]
    [InlineData("class Old { [Obsolete] public int A => 1; [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)] public int B => 2; public int C => 3; } new Old()", "Old\n      C: 3")]
    [InlineData("class Later { public IEnumerable<int> Xs => Enumerable.Range(0, 2).Select(x => 1 / x); } new Later()", "Later\n      Xs: (DivideByZeroException)")]
    [InlineData("class Empty { } new Empty()", "Empty")]
    [InlineData("new ReadOnlyMemory<int>(new[] { 1, 2 })", "[ 1, 2 ]")]
    public async Task An_objects_own_data_is_shown_all_the_way_down(string code, string shown) => Assert.Equal(shown, await _notebook.ValueAsync(code));

    [Fact]
    public async Task Of_very_many_members_the_first_are_shown_and_the_rest_counted()
    {
        var shown = await _notebook.ValueAsync($"class Wide {{ {string.Concat(Enumerable.Range(0, 60).Select(i => $"public int A{i} = {i};"))} }} new Wide()");

        Assert.EndsWith("\n      A49: 49\n      ...: (10 more members)", shown);
    }

    [Fact]
    public async Task Long_texts_and_lists_of_members_are_cut()
    {
        var shown = await _notebook.ValueAsync("new { Text = new string('x', 5000), List = Enumerable.Range(0, 100000).ToArray() }");

        Assert.Equal($"(anonymous)\n      Text: {new string('x', 500)}...\n      List: [ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (99980 more) ]", shown);
    }

    [Fact]
    public async Task A_member_is_read_once_for_all_forms() =>
        Assert.Equal("Counter\n      Next: 1\nCounter\n      Next: 2", await _notebook.ValueAsync("class Counter { int _n; public int Next => ++_n; } var c = new Counter(); c") + "\n" + await _notebook.ValueAsync("c"));

    [Fact]
    public async Task Getters_that_never_answer_hold_up_neither_the_cell_nor_the_other_members()
    {
        await _notebook.RunAsync("static class Log { public static volatile int Ended; }\nclass Stuck { public int First => 1; public int Sleeps { get { try { Thread.Sleep(-1); return 0; } finally { Log.Ended++; } } } public int Loops { get { try { while (true) ; } finally { Log.Ended++; } } } public int Bad => throw new FormatException(\"odd\"); public int Last { get; } = 2; }");
        var watch = Stopwatch.StartNew();

        var shown = await _notebook.ValueAsync("new Stuck()");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20); // four seconds on a machine that has nothing else to do
        Assert.Contains("\n      First: 1\n      Sleeps: (takes too long)\n      Loops: (takes too long)", shown);
        Assert.Contains("\n      Last: 2", shown);
        Assert.Equal("2", await _notebook.ValueAsync("SpinWait.SpinUntil(() => Log.Ended == 2, 10000); Log.Ended")); // what was left behind has ended
        Assert.Contains("(takes too long)", await _notebook.ValueAsync("new[] { new Stuck(), new Stuck(), new Stuck() }"));
    }

    [Fact]
    public async Task A_getter_of_the_base_library_that_fails_is_told_in_a_line() =>
        Assert.Contains("\n      ExitCode: (InvalidOperationException: Process must exit before", await _notebook.ValueAsync("System.Diagnostics.Process.GetCurrentProcess()"));
}
