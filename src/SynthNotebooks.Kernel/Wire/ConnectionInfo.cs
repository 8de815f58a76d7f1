using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Kernel.Wire;

/// <summary>What a Jupyter connection file says: where to listen and how messages are signed.</summary>
/// <remarks>Source: Jupyter messaging 5.4 and "Making kernels for Jupyter", connection files.</remarks>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Ip">Address to listen on (tcp), or the beginning of the socket files' paths (ipc).</param>
/// <param name="ShellPort">Port of the shell channel, 0 to 65535; 0 takes a free one.</param>
/// <param name="IoPubPort">Port of the iopub channel, likewise.</param>
/// <param name="StdinPort">Port of the stdin channel, likewise.</param>
/// <param name="ControlPort">Port of the control channel, likewise.</param>
/// <param name="HeartbeatPort">Port of the heartbeat, likewise.</param>
/// <param name="Key">Key of the signatures; empty leaves messages unsigned.</param>
public sealed record ConnectionInfo(
    string Transport, string Ip, int ShellPort, int IoPubPort, int StdinPort, int ControlPort, int HeartbeatPort, string Key)
{
    private const string OnlyScheme = "hmac-sha256";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">Path of the JSON file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">It is no connection file; the message names what is wrong.</exception>
    public static ConnectionInfo Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads the text of a connection file.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">It is no connection file; the message names what is wrong.</exception>
    public static ConnectionInfo Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var scheme = Text(root, "signature_scheme", OnlyScheme);
            var key = Text(root, "key", "");
            if (key.Length > 0 && scheme.Length > 0 && scheme != OnlyScheme)
                throw new FormatException($"signature_scheme is \"{scheme}\"; only {OnlyScheme} is known.");
            var transport = Text(root, "transport", "tcp");
            if (transport is not ("tcp" or "ipc")) throw new FormatException($"transport is \"{transport}\"; known are tcp and ipc.");
            return new ConnectionInfo(transport, Text(root, "ip", "127.0.0.1"), Port(root, "shell_port"), Port(root, "iopub_port"),
                Port(root, "stdin_port"), Port(root, "control_port"), Port(root, "hb_port"), key);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The connection file is not the JSON object expected: {failure.Message}", failure);
        }
    }

    /// <summary>The text of a connection file with these values.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("transport", Transport);
            writer.WriteString("ip", Ip);
            writer.WriteNumber("shell_port", ShellPort);
            writer.WriteNumber("iopub_port", IoPubPort);
            writer.WriteNumber("stdin_port", StdinPort);
            writer.WriteNumber("control_port", ControlPort);
            writer.WriteNumber("hb_port", HeartbeatPort);
            writer.WriteString("signature_scheme", OnlyScheme);
            writer.WriteString("key", Key);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The end point of one of the ports.</summary>
    internal EndPoint EndPointOf(int port)
    {
        if (Transport == "ipc") return new UnixDomainSocketEndPoint($"{Ip}-{port}");
        if (Ip == "*") return new IPEndPoint(IPAddress.Any, port);
        if (Ip == "localhost") return new IPEndPoint(IPAddress.Loopback, port);
        return IPAddress.TryParse(Ip, out var address)
            ? new IPEndPoint(address, port)
            : throw new FormatException($"ip is \"{Ip}\"; an address such as 127.0.0.1 is expected.");
    }

    private static string Text(JsonElement root, string name, string otherwise) =>
        root.TryGetProperty(name, out var value) ? value.GetString() ?? otherwise : otherwise;

    private static int Port(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value)) throw new FormatException($"{name} is missing.");
        return value.TryGetInt32(out var port) && port is >= 0 and <= 65535
            ? port
            : throw new FormatException($"{name} is {value}; a port from 0 to 65535 is expected.");
    }
}
