namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class TracebackTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("new[] { 1, 0 }.Select(x => 1 / x).ToArray()", "   at lambda in cell 1, line 1|new[] { 1, 0 }.Select(x => 1 / x).ToArray()|                           ^|   ... # frames of System.Linq|   at top level in cell 1, line 1")]
    [InlineData("var d = new Dictionary<string, int>();\nvar v = d[\"b\"];", "   at top level in cell 1, line 2|var v = d[\"b\"];|        ^|   from System.Collections.Generic.Dictionary<TKey, TValue>[...]")]
    [InlineData("new List<int>().First()", "   at top level in cell 1, line 1|new List<int>().First()|^|   from System.Linq.Enumerable.First()")]
    [InlineData("int.Parse(\"x\")", "   at top level in cell 1, line 1|int.Parse(\"x\")|^|   from int.Parse()")]
    [InlineData("File.ReadAllLines(\"/no/such\")", "   at top level in cell 1, line 1|File.ReadAllLines(\"/no/such\")|^|   from System.IO.File.ReadAllLines(), # calls further in")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\")", "   at top level in cell 1, line 1|System.Text.Json.JsonDocument.Parse(\"{\")|^|   from System.Text.Json.JsonDocument.Parse(), # calls further in")]
    [InlineData("async Task<int> F() { await Task.Yield(); throw new IOException(); }\nF().Result", "   at F() in cell 1, line 1|async Task<int> F() { await Task.Yield(); throw new IOException(); }|                                          ^|   at top level in cell 1, line 2")]
    [InlineData("Task.Run(() => { throw new IOException(); }).Wait();", "   at lambda in cell 1, line 1|Task.Run(() => { throw new IOException(); }).Wait();|                 ^|   at top level in cell 1, line 1")]
    [InlineData("Parallel.For(0, 2, i => { if (i == 0) throw new IOException(); });", "   at lambda in cell 1, line 1|Parallel.For(0, 2, i => { if (i == 0) throw new IOException(); });|                                      ^|   at top level in cell 1, line 1")]
    [InlineData("class A { public A(int x) { throw new IOException(); } }\nActivator.CreateInstance(typeof(A), 1)", "   at new A() in cell 1, line 1|class A { public A(int x) { throw new IOException(); } }|                            ^|   at top level in cell 1, line 2")]
    [InlineData("class S { public static int X = int.Parse(\"x\"); }\nS.X", "   at top level in cell 1, line 2|S.X|^|Caused by System.FormatException: The input string 'x' was not in a correct format.|   at static S() in cell 1, line 1|class S { public static int X = int.Parse(\"x\"); }|          ^|   from int.Parse()")]
    [InlineData("await Task.Delay(100, new CancellationToken(true));", "   at top level in cell 1, line 1|await Task.Delay(100, new CancellationToken(true));|^")]
    [InlineData("new CancellationToken(true).ThrowIfCancellationRequested();", "   at top level in cell 1, line 1|new CancellationToken(true).ThrowIfCancellationRequested();|^")]
    [InlineData("Task.FromException<int>(new IOException()).Result", "   at top level in cell 1, line 1|Task.FromException<int>(new IOException()).Result|^")]
    [InlineData("new Lazy<int>(() => throw new IOException()).Value", "   at lambda in cell 1, line 1|new Lazy<int>(() => throw new IOException()).Value|                    ^|   ... # frames of System|   at top level in cell 1, line 1")]
    public async Task The_users_lines_come_first_and_libraries_are_told_in_a_line(string code, string shown)
    {
        var error = await _notebook.ErrorAsync(code);

        var lines = error.Traceback.Skip(1).Select(line => line.StartsWith("      ", StringComparison.Ordinal) ? line[6..] : line);
        Assert.Equal(shown.Split('|'), lines.Select(line => System.Text.RegularExpressions.Regex.Replace(line, "(?<=\\.\\.\\. |, )\\d+(?= frames| calls)", "#")));
    }

    [Fact]
    public async Task What_fails_wholly_within_a_library_tells_where_and_how_deep()
    {
        var error = await _notebook.ErrorAsync("var list = new List<object> { 1, \"a\" };\nlist.Sort();");

        var cause = error.Traceback.SkipWhile(line => !line.StartsWith("Caused by ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["Caused by System.ArgumentException: Object must be of type Int32.", "   at int.CompareTo()"], cause[..2]);
        Assert.Matches("^   \\.\\.\\. \\d+ frames? of System\\.Collections\\.Generic$", Assert.Single(cause[2..]));
    }

    [Fact]
    public async Task Lines_of_a_magic_stay_known_when_a_task_carried_the_failure()
    {
        await using var notebook = new Notebook();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "a.csx");
            await File.WriteAllTextAsync(file, "Task.Run(() => { throw new IOException(\"odd\"); }).Wait();");

            var error = await notebook.ErrorAsync($"#load \"{file}\"");

            Assert.Equal(("IOException", "odd"), (error.Name, error.Message));
            Assert.StartsWith("   at cell 1, line 1: #load", error.Traceback[^1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
