using System.Globalization;
using System.Net.Sockets;
using System.Text;
using SynthNotebooks.Kernel.Tests.Doubles;
using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Tests.Server;

/// <summary>A kernel under noise on all of its channels goes on answering, and nothing piles up in it.</summary>
[Collection("alone")] // measures the process's memory
public class KernelFuzzTests
{
    private const int Batch = 200;
    private const long MostGrowth = 30_000_000; // bytes

    private static readonly string[] Types =
    [
        "kernel_info_request", "execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request",
        "comm_open", "comm_msg", "comm_close", "interrupt_request", "input_reply", "brew_request", "", "😀",
    ];

    private static readonly string[] Contents =
    [
        """{"code":"print x\nvalue 1","silent":false,"store_history":true,"allow_stdin":false,"stop_on_error":true,"user_expressions":{"a":"bad","b":"1"}}""",
        """{"code":"ec","cursor_pos":2,"detail_level":1}""", """{"hist_access_type":"search","pattern":"*","n":3,"unique":true,"output":true,"raw":true}""",
        """{"hist_access_type":"range","session":0,"start":0,"stop":99}""", """{"comm_id":"c","target_name":"t","data":{"x":[1,2.5e3,null,true]}}""",
        """{"value":"\ud83d\ude00","restart":false}""", "{}",
    ];

    [Theory, Seeds(5)]
    public async Task Signed_messages_of_any_content_are_answered(ulong seed)
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        var noise = new Noise(seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var total = Fuzz.Count(1000, 8000);
        for (var i = 0; i < total; i++)
        {
            var channel = noise.Below(8) switch { 0 => client.Control, 1 => client.Stdin, _ => client.Shell };
            channel.Send(Spoiled(client.Frames(Types[noise.Below(Types.Length)], i.ToString(CultureInfo.InvariantCulture), Content(noise)), noise));
            if (i % Batch != Batch - 1) continue;
            Settle(client);
            if (i < total / 2) before = GC.GetTotalMemory(forceFullCollection: true);
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrowth);
    }

    [Theory, Seeds(5)]
    public async Task Connections_that_say_anything_are_turned_away_or_borne(ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // Unix sockets: tens of thousands of connections would use up the ports of this machine.
            var info = new ConnectionInfo("ipc", Path.Combine(folder.FullName, "k"), 1, 2, 3, 4, 5, "key");
            await using var running = new RunningKernel(info, limits: new ZmtpLimits { Connections = 64 });
            using var client = running.Client();
            var noise = new Noise(seed);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var total = Fuzz.Count(200, 3000);
            for (var i = 0; i < total; i++)
            {
                Intrude(info, noise);
                if (i % Batch != Batch - 1) continue;
                Settle(client);
                if (i < total / 2) before = GC.GetTotalMemory(forceFullCollection: true);
            }
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrowth);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The kernel is there, and both channels come to rest: what was asked is answered, what was said was read.
    private static void Settle(JupyterClient client)
    {
        foreach (var channel in new[] { client.Control, client.Shell })
        {
            var asked = client.Send(channel, "kernel_info_request", new { });
            while (client.Read(channel).Parent != asked) { }
            client.Outputs(asked);
        }
    }

    private static string Content(Noise noise)
    {
        var content = new StringBuilder(Contents[noise.Below(Contents.Length)]);
        for (var changes = noise.Below(4); changes > 0 && content.Length > 0; changes--)
        {
            var at = noise.Below(content.Length);
            switch (noise.Below(5))
            {
                case 0: content[at] = (char)(32 + noise.Below(96)); break;
                case 1: content.Remove(at, 1); break;
                case 2: content.Insert(at, "{[]}\",:-0\\"[noise.Below(10)]); break;
                case 3: content.Insert(at, "\\ud800"); break;
                default: content.Insert(at, new string("[{"[noise.Below(2)], noise.Below(400))); break;
            }
        }
        return content.ToString();
    }

    // One in four loses a frame, gains one, or has a byte changed, its signature's included.
    private static byte[][] Spoiled(byte[][] frames, Noise noise)
    {
        switch (noise.Below(12))
        {
            case 0: return [.. frames.Where((_, index) => index != noise.Below(frames.Length))];
            case 1: return [.. frames, new byte[noise.Below(50)], .. frames];
            case 2:
                var frame = frames[noise.Below(frames.Length)];
                if (frame.Length > 0) noise.Spoil(frame);
                return frames;
            default: return frames;
        }
    }

    private static void Intrude(ConnectionInfo info, Noise noise)
    {
        try
        {
            using var intruder = ZmtpClient.Raw(info.EndPointOf(1 + noise.Below(5)));
            var greeting = ZmtpGreeting.Own.ToArray();
            var stage = noise.Below(4);
            if (stage == 0) noise.Spoil(greeting);
            intruder.Write(greeting.AsSpan(0, noise.Below(8) == 0 ? noise.Below(64) : 64));
            if (stage < 2) return;
            var ready = ZmtpClient.Ready(noise.Below(2) == 0 ? "SUB" : "DEALER", noise.Below(2) == 0 ? "" : "x");
            if (stage == 2) noise.Spoil(ready);
            intruder.Write(ready);
            var rest = new byte[noise.Below(400)];
            noise.Fill(rest, plausible: noise.Below(3) > 0);
            intruder.Write(rest);
        }
        catch (SocketException)
        {
            // Turned away in the middle.
        }
    }
}
