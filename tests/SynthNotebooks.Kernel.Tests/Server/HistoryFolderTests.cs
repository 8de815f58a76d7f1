using SynthNotebooks.Kernel.Server;

namespace SynthNotebooks.Kernel.Tests.Server;

public sealed class HistoryFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "not", "there");

    public void Dispose() => Directory.GetParent(_folder)!.Parent!.Delete(recursive: true);

    [Fact]
    public void Sessions_are_numbered_and_find_what_was_run_before_them()
    {
        Run("1+2", "1+3", "text");
        Run();
        var third = Run("1+2", "1+4");

        Assert.Equal(2, third.Session); // one that ran nothing took no number
        Assert.Equal([(1, 3, "text"), (2, 1, "1+2"), (2, 2, "1+4")], Where(third.Tail(3)));
        Assert.Equal(5, third.Tail(100).Count);
        Assert.Equal([(1, 1, "1+2"), (1, 2, "1+3"), (2, 1, "1+2"), (2, 2, "1+4")], Where(third.Search("1?*", unique: false, null)));
        Assert.Equal([(1, 2, "1+3"), (2, 1, "1+2"), (2, 2, "1+4")], Where(third.Search("1?*", unique: true, null)));
        Assert.Equal([(2, 1, "1+2"), (2, 2, "1+4")], Where(third.Search("1?*", unique: false, 2)));
        foreach (var session in new[] { 1, -1 }) Assert.Equal([(1, 2, "1+3")], Where(third.Range(session, 2, 3)));
        foreach (var session in new[] { 2, 0 }) Assert.Equal([(2, 2, "1+4")], Where(third.Range(session, 2, 3)));
        foreach (var session in new[] { 3, -2, int.MinValue }) Assert.Empty(third.Range(session, 0, 9));
    }

    [Fact]
    public void Text_of_all_kinds_comes_back_and_results_are_not_kept()
    {
        const string text = "a\nb\r\n\"\\\u2028😀\0";
        var first = Run(text);
        Assert.Equal("result", first.Tail(1)[0].Output);

        var entry = Assert.Single(new ExecutionHistory(new HistoryFolder(_folder)).Tail(1));

        Assert.Equal((text, (string?)null), (entry.Input, entry.Output));
    }

    [Fact]
    public void Kernels_that_start_at_the_same_time_get_numbers_of_their_own()
    {
        var sessions = new int[16];

        Parallel.For(0, sessions.Length, i => sessions[i] = Run("x").Session);

        Assert.Equal(Enumerable.Range(1, sessions.Length), sessions.Order());
    }

    [Fact]
    public void Broken_lines_and_strange_files_are_passed_over()
    {
        Run("good");
        File.AppendAllText(Path.Combine(_folder, "000001.jsonl"), "{\"line\":2,\"input\":\"tor");
        File.WriteAllText(Path.Combine(_folder, "000002.jsonl"), "[]\n{}\n{\"line\":\"x\",\"input\":3}\n\u0001\n{\"line\":1,\"input\":\"also good\"}\n");
        File.WriteAllText(Path.Combine(_folder, "notes.jsonl"), "{\"line\":1,\"input\":\"foreign\"}");

        Assert.Equal([(1, 1, "good"), (2, 1, "also good"), (3, 1, "new")], Where(Run("new").Tail(9)));
    }

    [Fact]
    public void The_oldest_sessions_make_room()
    {
        Directory.CreateDirectory(_folder);
        for (var i = 1; i <= HistoryFolder.KeptSessions; i++) File.WriteAllText(Path.Combine(_folder, $"{i:d6}.jsonl"), "");

        Assert.Equal(HistoryFolder.KeptSessions + 1, Run("x").Session);

        Assert.Equal(HistoryFolder.KeptSessions, Directory.GetFiles(_folder).Length);
        Assert.False(File.Exists(Path.Combine(_folder, "000001.jsonl")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_the_history_and_nothing_else()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        File.WriteAllText(_folder, "a file in its place");

        Assert.Equal([(1, 1, "x")], Where(Run("x").Tail(9)));
    }

    [Fact]
    public void It_lies_beside_the_data_of_Jupyter_for_the_user_alone_and_can_be_switched_off()
    {
        Assert.Equal("/data/synthnb/history", Default(new() { ["JUPYTER_DATA_DIR"] = "/data", ["HOME"] = "/home/a" }));
        if (OperatingSystem.IsLinux()) Assert.Equal("/xdg/jupyter/synthnb/history", Default(new() { ["XDG_DATA_HOME"] = "/xdg", ["HOME"] = "/home/a" }));
        Assert.Null(Default(new() { ["JUPYTER_DATA_DIR"] = "/data", ["SYNTHNB_HISTORY"] = "off" }));
        if (OperatingSystem.IsWindows()) return;
        Assert.Null(Default([]));
        Run("x");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "000001.jsonl")));

        static string? Default(Dictionary<string, string> variables) => HistoryFolder.Default(name => variables.GetValueOrDefault(name))?.Replace('\\', '/');
    }

    private ExecutionHistory Run(params string[] cells)
    {
        var history = new ExecutionHistory(new HistoryFolder(_folder));
        for (var i = 0; i < cells.Length; i++) history.Add(i + 1, cells[i], "result");
        return history;
    }

    private static IEnumerable<(int, int, string)> Where(IEnumerable<HistoryEntry> entries) => entries.Select(entry => (entry.Session, entry.Line, entry.Input));
}
