using SynthNotebooks.Kernel.Server;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Tests.Doubles;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Tests.Server;

public class JupyterKernelTests
{
    [Fact]
    public async Task Kernel_info_is_answered_while_the_session_is_still_on_its_way()
    {
        await using var running = new RunningKernel(session: new TaskCompletionSource<ICodeSession>().Task);
        using var client = running.Client();

        var id = client.Send("kernel_info_request", new { });

        var reply = client.Reply();
        Assert.Equal(("kernel_info_reply", id), (reply.Type, reply.Parent));
        Assert.Equal("5.4", reply.Text("protocol_version"));
        Assert.Equal("C#", (string?)reply.Content["language_info"]!["name"]);
        Assert.Empty(client.Outputs(id));
    }

    [Fact]
    public async Task A_cell_that_waits_for_the_session_can_be_interrupted()
    {
        await using var running = new RunningKernel(session: new TaskCompletionSource<ICodeSession>().Task);
        using var client = running.Client();
        client.Execute("print x");
        while (client.Read(client.IoPub).Type != "execute_input") { }
        await Task.Delay(20);
        client.Send(client.Control, "interrupt_request", new { });

        Assert.Equal("KeyboardInterrupt", client.Reply().Text("ename"));
    }

    [Fact]
    public async Task A_session_that_could_not_start_is_reported_in_the_reply()
    {
        await using var running = new RunningKernel(session: Task.FromException<ICodeSession>(new FileNotFoundException("no Roslyn")));
        using var client = running.Client();

        var id = client.Execute("print x");

        Assert.Equal("no Roslyn", client.Reply().Text("evalue"));
        Assert.Equal(["execute_input", "error"], client.Outputs(id).Select(output => output.Type));
        client.Send("complete_request", new { code = "", cursor_pos = 0 });
        Assert.Equal("error", client.Reply().Text("status"));
    }

    [Fact]
    public async Task An_unknown_message_gets_an_error_reply_on_both_channels()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        client.Send("brew_request", new { });
        var reply = client.Reply();
        Assert.Equal(("brew_reply", "error", "UnknownMessageType"), (reply.Type, reply.Text("status"), reply.Text("ename")));

        client.Send(client.Control, "debug_request", new { });
        Assert.Equal("debug_reply", client.Read(client.Control).Type);
    }

    [Fact]
    public async Task A_message_with_a_bad_signature_is_dropped_and_counted()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        var forged = client.Frames("kernel_info_request", "forged", "{}");
        forged[1] = [.. forged[1].Reverse()];

        client.Shell.Send(forged);
        client.Shell.Send(forged[2..]);
        client.Shell.Send(client.Frames("kernel_info_request", "no object", "[]"));
        client.Send("kernel_info_request", new { });

        Assert.Equal("client-1", client.Reply().Parent);
        Assert.Equal(3, running.Kernel.RejectedMessages);
    }

    [Fact]
    public async Task Without_a_key_messages_are_unsigned()
    {
        await using var running = new RunningKernel(RunningKernel.AnyPorts with { Key = "" });
        using var client = running.Client();

        client.Send("kernel_info_request", new { });

        Assert.Equal("ok", client.Reply().Text("status"));
    }

    [Fact]
    public async Task Two_clients_get_their_own_replies_and_all_outputs()
    {
        await using var running = new RunningKernel();
        using var one = running.Client("one");
        using var two = running.Client("two");

        var (first, second) = (one.Execute("print from one"), two.Execute("print from two"));

        Assert.Equal(first, one.Reply().Parent);
        Assert.Equal(second, two.Reply().Parent);
        foreach (var client in new[] { one, two })
        {
            var texts = new Dictionary<string, string>();
            while (texts.Count < 2)
            {
                if (client.Read(client.IoPub) is { Type: "stream" } output) texts.Add(output.Parent, output.Text("text"));
            }
            Assert.Equal(("from one\n", "from two\n"), (texts[first], texts[second]));
        }
    }

    [Fact]
    public async Task A_client_that_reconnects_under_its_identity_is_answered()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Execute("gate\nvalue 1");
        running.Session.WaitForGate();

        client.ReconnectShell(running.Connection.EndPointOf(running.Connection.ShellPort));
        running.Session.Open();

        Assert.Equal("execute_reply", client.Reply().Type); // sent to the identity, wherever it is now
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Shutdown_is_accepted_on_shell_and_control_and_ends_the_kernel(bool onShell)
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        var channel = onShell ? client.Shell : client.Control;

        client.Send(channel, "shutdown_request", new { restart = true });

        var reply = client.Read(channel);
        Assert.Equal(("shutdown_reply", true), (reply.Type, (bool)reply.Content["restart"]!));
        Assert.Equal(KernelExit.Restart, await running.Kernel.Completion.WaitAsync(TimeSpan.FromSeconds(5)));
        await running.Kernel.DisposeAsync();
        Assert.True(running.Session.IsDisposed);
    }

    [Fact]
    public async Task A_kernel_that_restarts_binds_the_same_ports()
    {
        var first = new RunningKernel();
        var connection = first.Connection;
        using (var client = first.Client()) client.Send("kernel_info_request", new { });
        await first.DisposeAsync();

        await using var second = new RunningKernel(connection);
        using var again = second.Client();
        again.Send("kernel_info_request", new { });

        Assert.Equal("ok", again.Reply().Text("status"));
    }

    [Fact]
    public async Task The_heart_beats_while_a_cell_runs()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        client.Execute("gate");
        running.Session.WaitForGate();
        using var heart = ZmtpClient.Connect(running.Connection.EndPointOf(running.Connection.HeartbeatPort), "REQ");

        heart.Send([], "ping"u8.ToArray());

        Assert.Equal("ping"u8.ToArray(), heart.Read()[1]);
        running.Session.Open();
    }

    [Fact]
    public async Task Unix_sockets_work_like_ports()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var connection = new ConnectionInfo("ipc", Path.Combine(folder.FullName, "kernel"), 1, 2, 3, 4, 5, "key");
            await using (var running = new RunningKernel(connection))
            {
                using var client = running.Client();
                client.Execute("value 1");
                Assert.Equal("ok", client.Reply().Text("status"));
            }
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
