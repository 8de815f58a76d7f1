using System.Net;
using System.Net.Sockets;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>A bound address: takes connections and gives them to a pattern.</summary>
internal sealed class ZmtpListener : IPollable, IDisposable
{
    private readonly ISocketPattern _pattern;
    private readonly ZmtpLimits _limits;
    private readonly IoLoop _loop;
    private readonly List<ZmtpConnection> _connections = []; // I/O thread only
    private volatile bool _finished;

    /// <param name="endpoint">Address to listen on, and only it; port 0 takes a free one. The file of a Unix-domain end point is replaced.</param>
    /// <param name="pattern">What the socket does.</param>
    /// <param name="limits">What peers may cost.</param>
    /// <param name="loop">The thread that serves it.</param>
    /// <exception cref="SocketException">The address is taken or not this machine's.</exception>
    public ZmtpListener(EndPoint endpoint, ISocketPattern pattern, ZmtpLimits limits, IoLoop loop)
    {
        (_pattern, _limits, _loop) = (pattern, limits, loop);
        var unix = endpoint is UnixDomainSocketEndPoint;
        Socket = new Socket(endpoint.AddressFamily, SocketType.Stream, unix ? ProtocolType.Unspecified : ProtocolType.Tcp) { Blocking = false };
        try
        {
            // A kernel that restarts binds the ports of its predecessor, whose connections may still linger.
            if (!unix && !OperatingSystem.IsWindows()) Socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            if (unix) File.Delete(endpoint.ToString()!); // left over from a process that was killed
            Socket.Bind(endpoint);
            Socket.Listen(128);
        }
        catch
        {
            Socket.Dispose();
            throw;
        }
        LocalEndPoint = Socket.LocalEndPoint!;
        loop.Add(this);
    }

    /// <summary>Where it listens, with the port it got.</summary>
    public EndPoint LocalEndPoint { get; }

    public Socket Socket { get; }

    public bool WantsWrite => false;

    public bool IsFinished => _finished;

    public void OnReadable(byte[] scratch)
    {
        while (!_finished)
        {
            Socket peer;
            try
            {
                peer = Socket.Accept();
            }
            catch (SocketException)
            {
                return; // nothing left to accept, or the peer changed its mind
            }
            _connections.RemoveAll(connection => connection.IsFinished);
            if (_connections.Count >= _limits.Connections)
            {
                peer.Dispose();
                continue;
            }
            var accepted = new ZmtpConnection(peer, _pattern, _limits, _loop);
            _connections.Add(accepted);
            accepted.Start();
            _loop.Add(accepted);
        }
    }

    public void OnWritable()
    {
    }

    public void OnTick(long now) => _connections.RemoveAll(connection => connection.IsFinished);

    public void Release()
    {
        Socket.Dispose();
        if (LocalEndPoint is UnixDomainSocketEndPoint) File.Delete(LocalEndPoint.ToString()!);
    }

    /// <summary>Stops listening; the loop closes the socket. Connections stay until the loop ends.</summary>
    public void Dispose()
    {
        _finished = true;
        _loop.Wake();
    }
}
