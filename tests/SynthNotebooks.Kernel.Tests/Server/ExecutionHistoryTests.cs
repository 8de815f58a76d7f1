using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Server;

public class ExecutionHistoryTests
{
    [Fact]
    public async Task Tail_range_and_search_find_what_was_run()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        foreach (var code in new[] { "value 1", "value 2", "print x", "value 1" })
        {
            client.Execute(code);
            client.Reply();
        }

        Assert.Equal(["3 print x", "4 value 1"], Ask(new { hist_access_type = "tail", n = 2, output = false, raw = true }));
        Assert.Equal(["2 value 2"], Ask(new { hist_access_type = "range", session = 0, start = 2, stop = 3, output = false, raw = true }));
        Assert.Equal(["2 value 2"], Ask(new { hist_access_type = "range", session = 1, start = 2, stop = 3, output = false, raw = true }));
        Assert.Empty(Ask(new { hist_access_type = "range", session = -1, start = 0, stop = 9, output = false, raw = true }));
        Assert.Equal(["1 value 1", "2 value 2", "4 value 1"], Ask(new { hist_access_type = "search", pattern = "v*[12]", output = false, raw = true }));
        Assert.Equal(["2 value 2", "4 value 1"], Ask(new { hist_access_type = "search", pattern = "v*", unique = true, output = false, raw = true }));
        Assert.Equal(["4 value 1"], Ask(new { hist_access_type = "search", pattern = "v*", n = 1, output = false, raw = true }));
        Assert.Equal(["""4 ["value 1","1"]"""], Ask(new { hist_access_type = "tail", n = 1, output = true, raw = true }));
        client.Send("history_request", new { hist_access_type = "other" });
        Assert.Equal("InvalidRequest", client.Reply().Text("ename"));

        List<string> Ask(object request)
        {
            client.Send("history_request", request);
            return [.. client.Reply().Content["history"]!.AsArray().Select(entry => $"{entry![1]} {entry[2]!}".Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal))];
        }
    }

    [Theory]
    [InlineData("1?2*", "1+2+3", true), InlineData("", "", true), InlineData("*", "", true), InlineData("?", "", false)]
    [InlineData("a*b*c", "axxbyyc", true), InlineData("a*b*c", "axxbyy", false), InlineData("*aab", "aaaab", true)]
    [InlineData("[a-c]x", "bx", true), InlineData("[^a-c]x", "bx", false), InlineData("[]]", "]", true), InlineData("[x", "[x", true)]
    [InlineData("print", "print x", false)]
    public void A_pattern_fits_the_whole_text(string pattern, string text, bool fits) =>
        Assert.Equal(fits, new SynthNotebooks.Kernel.Server.GlobPattern(pattern).Matches(text));
}
