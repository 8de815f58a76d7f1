using System.Globalization;
using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Server;

public class IoPubChannelTests
{
    [Fact]
    public async Task Fifty_megabytes_arrive_whole_and_in_order_at_a_reader_that_pauses()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Execute("wide 20000");

        await Task.Delay(100);
        var (next, messages) = (0, 0);
        while (next < 20000)
        {
            var output = client.Read(client.IoPub);
            if (output.Type != "stream") continue;
            messages++;
            foreach (var line in output.Text("text").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.Equal(2499, line.Length);
                Assert.Equal(next++, int.Parse(line.AsSpan(0, line.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture));
            }
        }
        Assert.Empty(client.Outputs(id));
        Assert.InRange(messages, 100, 1500);
        Assert.Equal(0, running.Kernel.DroppedOutputs);
    }

    [Fact]
    public async Task A_stalled_reader_does_not_stop_the_kernel_for_others()
    {
        await using var running = new RunningKernel(limits: new() { HighWaterMark = 1 << 20, StallTimeout = TimeSpan.FromMilliseconds(500) });
        using var stalled = ZmtpClient.Subscribe(running.Connection.EndPointOf(running.Connection.IoPubPort), receiveBuffer: 4096);
        using var client = running.Client();

        var id = client.Execute("wide 10000");

        Assert.Equal(25_000_000, client.Outputs(id).Where(output => output.Type == "stream").Sum(output => output.Text("text").Length));
        Assert.Equal("ok", client.Reply().Text("status"));
        Assert.NotEqual(0, running.Kernel.DroppedOutputs);
    }

    [Fact]
    public async Task Text_that_is_printed_slowly_is_shown_before_the_cell_ends()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        client.Execute("print now\ngate");

        while (client.Read(client.IoPub).Type != "stream") { }
        running.Session.WaitForGate();
        running.Session.Open();
    }

    [Fact]
    public async Task A_surrogate_pair_that_was_printed_in_halves_arrives_whole()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Execute("halves");

        var outputs = client.Outputs(id).Where(output => output.Type == "stream").Select(output => output.Text("text")).ToList();
        Assert.Equal("a\ud83d\ude00\ufffd", string.Concat(outputs));
    }

    [Fact]
    public async Task Threads_of_a_cell_that_print_at_the_same_time_lose_nothing_and_keep_their_order()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Execute("threads 8 5000");

        var lines = string.Concat(client.Outputs(id).Where(output => output.Type == "stream").Select(output => output.Text("text"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(8 * 5000, lines.Length);
        foreach (var thread in lines.GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(0, 5000), thread.Select(line => int.Parse(line.AsSpan(2), CultureInfo.InvariantCulture)));
    }
}
