using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>Takes a message on the I/O thread.</summary>
/// <param name="identity">Whom it came from; an answer goes to the same identity.</param>
/// <param name="frames">The message without its identity.</param>
/// <returns>True when the message shows that the peer holds the key.</returns>
internal delegate bool RouterHandler(byte[] identity, IReadOnlyList<ReadOnlyMemory<byte>> frames);

/// <summary>ROUTER: tells its peers apart by identity.</summary>
/// <remarks>
/// A peer that comes back under the identity it had takes it over from its old connection, so that a client which reconnects before
/// TCP noticed the break is not locked out (ROUTER_HANDOVER of libzmq). Source: RFC 28.
/// </remarks>
internal sealed class RouterSocket : ISocketPattern, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, ZmtpConnection> _peers = []; // read without a lock
    private readonly Dictionary<ZmtpConnection, byte[]> _identities = [];
    private readonly RouterHandler _handler;
    private readonly ZmtpListener _listener;
    private uint _counter;

    public RouterSocket(EndPoint endpoint, ZmtpLimits limits, IoLoop loop, RouterHandler handler)
    {
        _handler = handler;
        _listener = new ZmtpListener(endpoint, this, limits, loop);
    }

    /// <summary>Where it listens.</summary>
    public EndPoint LocalEndPoint => _listener.LocalEndPoint;

    public string SocketType => "ROUTER";

    public bool AcceptsPeer(string socketType) => socketType is "DEALER" or "REQ" or "ROUTER";

    /// <summary>Sends an encoded message; false when that peer is gone or takes nothing.</summary>
    public bool Send(ReadOnlySpan<byte> identity, ReadOnlyMemory<byte> message)
    {
        return _peers.TryGetValue(Convert.ToHexString(identity), out var peer) && peer.Send(message);
    }

    /// <summary>Whether a peer of that identity is connected now. Takes no lock.</summary>
    public bool IsConnected(ReadOnlySpan<byte> identity) => _peers.ContainsKey(Convert.ToHexString(identity));

    public void Attached(ZmtpConnection connection)
    {
        var identity = connection.Identity;
        if (identity.Length == 0)
        {
            identity = new byte[5]; // begins with zero, which a chosen identity may not
            BinaryPrimitives.WriteUInt32BigEndian(identity.AsSpan(1), ++_counter);
        }
        else if (identity[0] == 0)
        {
            ZmtpProtocolException.Throw("an identity that begins with zero");
        }
        lock (_gate)
        {
            var key = Convert.ToHexString(identity);
            if (_peers.TryGetValue(key, out var old)) old.Close("its identity was taken over by a newer connection");
            _peers[key] = connection;
            _identities[connection] = identity;
        }
    }

    public void Received(ZmtpConnection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        byte[]? identity;
        lock (_gate) _identities.TryGetValue(connection, out identity);
        if (identity is not null && _handler(identity, frames)) connection.Trust();
    }

    public void Detached(ZmtpConnection connection)
    {
        lock (_gate)
        {
            if (!_identities.Remove(connection, out var identity)) return;
            var key = Convert.ToHexString(identity);
            if (_peers.TryGetValue(key, out var current) && current == connection) _peers.TryRemove(key, out _);
        }
    }

    public void Dispose() => _listener.Dispose();
}
