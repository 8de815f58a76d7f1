using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Comms;
using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Comms;

public class CommRegistryTests
{
    [Fact]
    public async Task A_comm_to_an_unknown_target_is_closed()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        var id = client.Send("comm_open", new { comm_id = "c", target_name = "nobody", data = new { } });

        var close = Assert.Single(client.Outputs(id));
        Assert.Equal(("comm_close", "c"), (close.Type, close.Text("comm_id")));
    }

    [Fact]
    public async Task A_target_hears_and_answers_until_the_comm_is_closed()
    {
        await using var running = new RunningKernel();
        running.Kernel.Comms.Register(new Doubling());
        using var client = running.Client();

        client.Send("comm_open", new { comm_id = "c", target_name = "doubling", data = new { } });
        var said = client.Send("comm_msg", new { comm_id = "c", data = new { n = 21 } });
        Assert.Equal(42, (int)Assert.Single(client.Outputs(said)).Content["data"]!["n"]!);
        client.Send("comm_info_request", new { target_name = "doubling" });
        Assert.Equal("doubling", (string?)client.Reply().Content["comms"]!["c"]!["target_name"]);
        client.Send("comm_info_request", new { target_name = "other" });
        Assert.Empty(client.Reply().Content["comms"]!.AsObject());

        client.Send("comm_close", new { comm_id = "c", data = new { } });
        var late = client.Send("comm_msg", new { comm_id = "c", data = new { n = 1 } });

        Assert.Empty(client.Outputs(late));
        client.Send("comm_info_request", new { });
        Assert.Empty(client.Reply().Content["comms"]!.AsObject());
    }

    [Fact]
    public async Task A_target_name_is_given_once()
    {
        await using var running = new RunningKernel();
        running.Kernel.Comms.Register(new Doubling());

        Assert.Throws<ArgumentException>(() => running.Kernel.Comms.Register(new Doubling()));
    }

    [PythonFact]
    public async Task The_client_library_of_Jupyter_finds_comms_as_it_expects_them()
    {
        await using var running = new RunningKernel();
        running.Kernel.Comms.Register(new Doubling());

        PythonScript.Check("comms.py", running.Connection);
    }

    [Fact]
    public async Task An_interrupt_stops_what_a_message_began_and_the_comm_stays_open()
    {
        await using var running = new RunningKernel();
        running.Kernel.Comms.Register(new Waiting());
        using var client = running.Client();
        client.Send("comm_open", new { comm_id = "c", target_name = "waiting", data = new { } });

        var first = client.Send("comm_msg", new { comm_id = "c", data = new { } });
        Received message;
        do message = client.Read(client.IoPub);
        while (message.Parent != first || message.Type != "comm_msg"); // it waits now
        Assert.Equal("begun", (string?)message.Content["data"]!["state"]);
        client.Send(client.Control, "interrupt_request", new { });
        Assert.Equal("interrupted", (string?)Assert.Single(client.Outputs(first)).Content["data"]!["state"]);

        var second = client.Execute("value 1");
        Assert.Contains(client.Outputs(second), output => output.Type == "execute_result");
    }

    private sealed class Waiting : ICommTarget
    {
        public string Name => "waiting";

        public ICommListener Open(IComm comm, JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers) => new Listener(comm);

        private sealed class Listener(IComm comm) : ICommListener
        {
            public void Received(JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken interrupt)
            {
                comm.Send(new JsonObject { ["state"] = "begun" });
                comm.Send(new JsonObject { ["state"] = interrupt.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)) ? "interrupted" : "waited" });
            }

            public void Closed(JsonElement data)
            {
            }
        }
    }

    private sealed class Doubling : ICommTarget
    {
        public string Name => "doubling";

        public ICommListener Open(IComm comm, JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
            data.TryGetProperty("fail", out _) ? throw new InvalidOperationException("asked to fail") : new Listener(comm);

        private sealed class Listener(IComm comm) : ICommListener
        {
            public void Received(JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken interrupt) =>
                comm.Send(new JsonObject { ["n"] = 2 * data.GetProperty("n").GetInt32() }, buffers);

            public void Closed(JsonElement data)
            {
            }
        }
    }
}
