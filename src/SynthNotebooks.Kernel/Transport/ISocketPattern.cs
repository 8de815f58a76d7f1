namespace SynthNotebooks.Kernel.Transport;

/// <summary>What makes a ROUTER a ROUTER: how a socket treats the peers and messages of its connections.</summary>
/// <remarks>All members are called on the I/O thread and must not wait.</remarks>
internal interface ISocketPattern
{
    /// <summary>Name in READY.</summary>
    string SocketType { get; }

    /// <summary>Whether a peer of that type may talk to this socket.</summary>
    bool AcceptsPeer(string socketType);

    /// <summary>A peer finished its handshake.</summary>
    void Attached(ZmtpConnection connection);

    /// <summary>A whole message came. SUBSCRIBE and CANCEL commands arrive as the messages of ZMTP 3.0: a byte 1 or 0 and the prefix.</summary>
    /// <exception cref="ZmtpProtocolException">The peer is to be disconnected.</exception>
    void Received(ZmtpConnection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames);

    /// <summary>A peer that was attached has gone.</summary>
    void Detached(ZmtpConnection connection);
}
