using System.Net;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>XPUB: every message goes to every peer that subscribed to a prefix of its first frame.</summary>
/// <remarks>
/// One encoded message is shared by all subscribers. Each has a bounded queue of its own: a slow one holds the sender back, a stalled
/// one loses messages and holds nobody back (see <see cref="ZmtpLimits"/>). Source: RFC 29.
/// </remarks>
internal sealed class PublisherSocket : ISocketPattern, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ZmtpLimits _limits;
    private readonly Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>?> _welcome;
    private readonly ZmtpListener _listener;
    private Subscriber[] _subscribers = []; // replaced, never changed
    private long _dropped;

    /// <param name="endpoint">Address to listen on.</param>
    /// <param name="limits">What peers may cost.</param>
    /// <param name="loop">The thread that serves it.</param>
    /// <param name="welcome">Called on the I/O thread for each subscription: an encoded message for that subscriber alone, or null.</param>
    public PublisherSocket(EndPoint endpoint, ZmtpLimits limits, IoLoop loop, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>?> welcome)
    {
        (_limits, _welcome) = (limits, welcome);
        _listener = new ZmtpListener(endpoint, this, limits with { UntrustedMessageBytes = limits.CommandBytes }, loop); // subscriptions, and nothing else, come in
    }

    /// <summary>Where it listens.</summary>
    public EndPoint LocalEndPoint => _listener.LocalEndPoint;

    /// <summary>Messages that a stalled subscriber did not get.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public string SocketType => "XPUB";

    public bool AcceptsPeer(string socketType) => socketType is "SUB" or "XSUB";

    /// <summary>Publishes an encoded message.</summary>
    /// <param name="topic">Its first frame.</param>
    /// <param name="message">The whole of it, topic included.</param>
    /// <param name="mayWait">Whether the caller can be held back by a slow subscriber.</param>
    public void Publish(ReadOnlySpan<byte> topic, ReadOnlyMemory<byte> message, bool mayWait)
    {
        foreach (var subscriber in Volatile.Read(ref _subscribers))
        {
            if (!subscriber.Wants(topic)) continue;
            var sent = mayWait ? subscriber.Connection.SendWaiting(message) : subscriber.Connection.Send(message);
            if (!sent) Interlocked.Increment(ref _dropped);
        }
    }

    public void Attached(ZmtpConnection connection)
    {
        lock (_gate) _subscribers = [.. _subscribers, new Subscriber(connection)];
    }

    public void Received(ZmtpConnection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var frame = frames[0];
        if (frames.Count > 1 || frame.IsEmpty || frame.Span[0] > 1) return; // XPUB lets peers talk upstream; there is no one to hear it
        var subscriber = Array.Find(_subscribers, candidate => candidate.Connection == connection);
        if (subscriber is null) return;
        var prefix = frame[1..];
        if (frame.Span[0] == 0)
        {
            subscriber.Remove(prefix);
            return;
        }
        if (subscriber.Count >= _limits.Subscriptions) ZmtpProtocolException.Throw("too many subscriptions");
        subscriber.Add(prefix, _welcome(prefix));
    }

    public void Detached(ZmtpConnection connection)
    {
        lock (_gate) _subscribers = Array.FindAll(_subscribers, subscriber => subscriber.Connection != connection);
    }

    public void Dispose() => _listener.Dispose();

    private sealed class Subscriber(ZmtpConnection connection)
    {
        private readonly Lock _gate = new();
        private readonly List<ReadOnlyMemory<byte>> _prefixes = []; // a prefix subscribed twice must be cancelled twice

        public ZmtpConnection Connection => connection;

        public int Count => _prefixes.Count;

        // Greeted within the lock: nothing comes before the greeting, and nothing that is said after it is missed.
        public void Add(ReadOnlyMemory<byte> prefix, ReadOnlyMemory<byte>? greeting)
        {
            lock (_gate)
            {
                if (greeting is { } message) connection.Send(message);
                _prefixes.Add(prefix);
            }
        }

        public void Remove(ReadOnlyMemory<byte> prefix)
        {
            lock (_gate)
            {
                var at = _prefixes.FindIndex(candidate => candidate.Span.SequenceEqual(prefix.Span));
                if (at >= 0) _prefixes.RemoveAt(at);
            }
        }

        public bool Wants(ReadOnlySpan<byte> topic)
        {
            lock (_gate)
            {
                foreach (var prefix in _prefixes)
                {
                    if (topic.StartsWith(prefix.Span)) return true;
                }
            }
            return false;
        }
    }
}
