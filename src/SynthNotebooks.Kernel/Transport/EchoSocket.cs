using System.Buffers;
using System.Net;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>REP that gives back what it got: Jupyter's heartbeat.</summary>
/// <remarks>Answered on the I/O thread, so that the heart beats whatever a cell does.</remarks>
internal sealed class EchoSocket : ISocketPattern, IDisposable
{
    private const int LongestBeat = 64 * 1024;
    private readonly ZmtpListener _listener;

    public EchoSocket(EndPoint endpoint, ZmtpLimits limits, IoLoop loop) =>
        _listener = new ZmtpListener(endpoint, this, limits with { UntrustedMessageBytes = LongestBeat, TrustedMessageBytes = LongestBeat }, loop);

    /// <summary>Where it listens.</summary>
    public EndPoint LocalEndPoint => _listener.LocalEndPoint;

    public string SocketType => "REP";

    public bool AcceptsPeer(string socketType) => socketType is "REQ" or "DEALER";

    public void Attached(ZmtpConnection connection)
    {
    }

    public void Received(ZmtpConnection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < frames.Count; i++)
            ZmtpFrame.Write(output, frames[i].Span, i < frames.Count - 1 ? ZmtpFrame.More : (byte)0);
        connection.Send(output.WrittenMemory);
    }

    public void Detached(ZmtpConnection connection)
    {
    }

    public void Dispose() => _listener.Dispose();
}
