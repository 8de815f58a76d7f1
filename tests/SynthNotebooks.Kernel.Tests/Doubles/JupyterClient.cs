using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>A front end on all channels of a kernel.</summary>
internal sealed class JupyterClient : IDisposable
{
    private readonly MessageSigner _signer;
    private readonly string _name;
    private int _counter;

    public JupyterClient(ConnectionInfo connection, string name = "client", string? key = null)
    {
        _signer = new MessageSigner(key ?? connection.Key);
        _name = name;
        IoPub = ZmtpClient.Subscribe(connection.EndPointOf(connection.IoPubPort));
        Assert.Equal("iopub_welcome", ReadType(IoPub));
        Shell = Dealer(connection.ShellPort);
        Control = Dealer(connection.ControlPort);
        Stdin = Dealer(connection.StdinPort);

        ZmtpClient Dealer(int port) => ZmtpClient.Connect(connection.EndPointOf(port), "DEALER", name);
    }

    public ZmtpClient Shell { get; private set; }

    public ZmtpClient Control { get; }

    public ZmtpClient Stdin { get; }

    public ZmtpClient IoPub { get; }

    /// <summary>Sends on shell; returns the message's id.</summary>
    public string Send(string type, object content) => Send(Shell, type, content);

    public string Send(ZmtpClient channel, string type, object content)
    {
        var id = $"{_name}-{++_counter}";
        channel.Send(Frames(type, id, JsonSerializer.Serialize(content)));
        return id;
    }

    public string Execute(string code, bool allowStdin = false, bool stopOnError = true, bool silent = false, bool storeHistory = true, object? expressions = null) =>
        Send("execute_request", new { code, silent, store_history = storeHistory, allow_stdin = allowStdin, stop_on_error = stopOnError, user_expressions = expressions ?? new { } });

    /// <summary>The frames of a signed message.</summary>
    public byte[][] Frames(string type, string id, string content)
    {
        var header = JsonSerializer.Serialize(new { msg_id = id, msg_type = type, username = "test", session = _name, date = "2020-01-01T00:00:00Z", version = "5.4" });
        var parts = Encoding.UTF8.GetBytes(header + "{}{}" + content);
        return [Encoding.ASCII.GetBytes("<IDS|MSG>"), _signer.Sign(parts), Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];
    }

    /// <summary>The next message of a channel, its signature checked.</summary>
    public Received Read(ZmtpClient channel)
    {
        var frames = channel.Read();
        var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(MessageReader.Delimiter));
        Assert.True(_signer.Verify(frames[at + 1], frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]), "bad signature");
        var header = JsonNode.Parse(frames[at + 2])!;
        return new Received((string)header["msg_type"]!, (string)header["msg_id"]!, (string?)JsonNode.Parse(frames[at + 3])!["msg_id"] ?? "", JsonNode.Parse(frames[at + 5])!.AsObject());
    }

    /// <summary>The next reply on shell.</summary>
    public Received Reply() => Read(Shell);

    /// <summary>What iopub says about a request, from busy to idle, both left out.</summary>
    public List<Received> Outputs(string request)
    {
        List<Received> outputs = [];
        while (true)
        {
            var message = Read(IoPub);
            if (message.Parent != request) continue;
            if (message.Type != "status") outputs.Add(message);
            else if ((string?)message.Content["execution_state"] == "idle") return outputs;
        }
    }

    public void ReconnectShell(EndPoint endpoint)
    {
        Shell.Dispose();
        Shell = ZmtpClient.Connect(endpoint, "DEALER", _name);
    }

    public void Dispose()
    {
        Shell.Dispose();
        Control.Dispose();
        Stdin.Dispose();
        IoPub.Dispose();
    }

    private string ReadType(ZmtpClient channel) => Read(channel).Type;
}

/// <summary>A message of the kernel.</summary>
internal sealed record Received(string Type, string Id, string Parent, JsonObject Content)
{
    public string Text(string name) => (string)Content[name]!;
}
