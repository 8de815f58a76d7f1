using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SynthNotebooks.Kernel.Transport;

namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>The other end of a connection, blocking and simple: says exactly the bytes a test wants said.</summary>
internal sealed class ZmtpClient : IDisposable
{
    private readonly Socket _socket;
    private readonly Queue<ZmtpFrame> _frames = new();
    private readonly ZmtpFrameDecoder _decoder = new() { CommandLimit = 1 << 16, MessageLimit = int.MaxValue };
    private readonly byte[] _buffer = new byte[1 << 16];

    private ZmtpClient(Socket socket) => _socket = socket;

    /// <summary>A connection on which nothing was said yet.</summary>
    public static ZmtpClient Raw(EndPoint endpoint, int receiveBuffer = 0)
    {
        var unix = endpoint is UnixDomainSocketEndPoint;
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, unix ? ProtocolType.Unspecified : ProtocolType.Tcp) { ReceiveTimeout = 5000 };
        if (!unix) socket.NoDelay = true; // as every client has it: what was sent has arrived
        if (receiveBuffer > 0) socket.ReceiveBufferSize = receiveBuffer;
        socket.Connect(endpoint);
        return new ZmtpClient(socket);
    }

    /// <summary>A connection with the handshake done.</summary>
    public static ZmtpClient Connect(EndPoint endpoint, string type, string identity = "", int receiveBuffer = 0, byte minor = 1)
    {
        var client = Raw(endpoint, receiveBuffer);
        client.Greet(minor);
        client.Write(Ready(type, identity));
        Assert.Equal("READY", client.ReadCommand().Name);
        client.Write(ZmtpCommand.Encode("PING"u8, [0, 0]));
        Assert.Equal("PONG", client.ReadCommand().Name); // from here on the other end knows this one
        return client;
    }

    /// <summary>A subscriber to everything.</summary>
    public static ZmtpClient Subscribe(EndPoint endpoint, string prefix = "", int receiveBuffer = 0)
    {
        var client = Connect(endpoint, "SUB", receiveBuffer: receiveBuffer);
        client.Send([[1, .. Encoding.UTF8.GetBytes(prefix)]]);
        return client;
    }

    public static byte[] Ready(string type, string identity)
    {
        List<byte> data = [];
        Property("Socket-Type", type);
        if (identity.Length > 0) Property("Identity", identity);
        return ZmtpCommand.Encode("READY"u8, [.. data]);

        void Property(string name, string value) =>
            data.AddRange([(byte)name.Length, .. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)]);
    }

    public void Greet(byte minor = 1)
    {
        var greeting = ZmtpGreeting.Own.ToArray();
        greeting[11] = minor;
        Write(greeting);
        var theirs = new byte[ZmtpGreeting.Length];
        for (var at = 0; at < theirs.Length;)
        {
            var read = _socket.Receive(theirs, at, theirs.Length - at, SocketFlags.None);
            Assert.NotEqual(0, read);
            at += read;
        }
        Assert.Equal(ZmtpGreeting.Own.ToArray(), theirs);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _socket.Send(bytes);

    public void Send(params IReadOnlyList<byte[]> frames)
    {
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < frames.Count; i++) ZmtpFrame.Write(output, frames[i], i < frames.Count - 1 ? ZmtpFrame.More : (byte)0);
        Write(output.WrittenSpan);
    }

    /// <summary>The next message; commands are skipped.</summary>
    public List<byte[]> Read()
    {
        List<byte[]> message = [];
        while (true)
        {
            var frame = ReadFrame() ?? throw new EndOfStreamException();
            if (frame.IsCommand) continue;
            message.Add(frame.Body.ToArray());
            if (!frame.HasMore) return message;
        }
    }

    public (string Name, byte[] Data) ReadCommand()
    {
        var frame = ReadFrame() ?? throw new EndOfStreamException();
        Assert.True(frame.IsCommand);
        var (name, data) = ZmtpCommand.Parse(frame.Body);
        return (name, data.ToArray());
    }

    /// <summary>Whether the other end closes before it says a message.</summary>
    public bool IsTurnedAway()
    {
        try
        {
            while (_socket.Receive(_buffer) > 0) { }
            return true;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionReset;
        }
    }

    /// <summary>Whether nothing comes for a while.</summary>
    public bool IsSilent(int milliseconds = 100) => _frames.Count == 0 && !_socket.Poll(milliseconds * 1000, SelectMode.SelectRead);

    public void Dispose() => _socket.Dispose();

    private ZmtpFrame? ReadFrame()
    {
        while (_frames.Count == 0)
        {
            var count = _socket.Receive(_buffer);
            if (count == 0) return null;
            ReadOnlySpan<byte> input = _buffer.AsSpan(0, count);
            while (_decoder.TryRead(ref input, out var frame)) _frames.Enqueue(frame);
        }
        return _frames.Dequeue();
    }
}
