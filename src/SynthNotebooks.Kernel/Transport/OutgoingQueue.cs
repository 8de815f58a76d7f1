using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>Encoded bytes on their way into one socket: written at once when it takes them, otherwise kept in order.</summary>
/// <remarks>Not thread-safe; the connection's lock guards it. Writes are gathered: up to 64 messages a system call, no copying.</remarks>
internal sealed class OutgoingQueue
{
    private const int Gather = 64;

    private readonly Queue<ReadOnlyMemory<byte>> _messages = new();
    private readonly List<ArraySegment<byte>> _segments = new(Gather);
    private int _sentOfFirst;

    /// <summary>Bytes not yet taken by the socket.</summary>
    public long Bytes { get; private set; }

    /// <summary>True while the socket refuses more.</summary>
    public bool IsBlocked { get; private set; }

    public void Add(ReadOnlyMemory<byte> message)
    {
        _messages.Enqueue(message);
        Bytes += message.Length;
    }

    public void Clear()
    {
        _messages.Clear();
        (Bytes, _sentOfFirst, IsBlocked) = (0, 0, false);
    }

    /// <summary>Writes until the socket refuses or nothing is left.</summary>
    /// <param name="socket">Non-blocking.</param>
    /// <param name="progressed">Whether the socket took any byte.</param>
    /// <returns>False when the connection is broken.</returns>
    public bool Flush(Socket socket, out bool progressed)
    {
        progressed = false;
        IsBlocked = false;
        while (_messages.Count > 0)
        {
            var sent = SendSome(socket, out var error);
            if (error is SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable)
            {
                IsBlocked = true;
                return true;
            }
            if (error != SocketError.Success) return false;
            progressed = true;
            Remove(sent);
        }
        return true;
    }

    private int SendSome(Socket socket, out SocketError error)
    {
        if (_messages.Count == 1) return socket.Send(_messages.Peek().Span[_sentOfFirst..], SocketFlags.None, out error);

        _segments.Clear();
        var skip = _sentOfFirst;
        foreach (var message in _messages)
        {
            if (_segments.Count == Gather) break;
            if (!MemoryMarshal.TryGetArray(message[skip..], out var segment)) segment = message[skip..].ToArray();
            _segments.Add(segment);
            skip = 0;
        }
        return socket.Send(_segments, SocketFlags.None, out error);
    }

    private void Remove(int sent)
    {
        Bytes -= sent;
        sent += _sentOfFirst;
        while (_messages.Count > 0 && sent >= _messages.Peek().Length) sent -= _messages.Dequeue().Length;
        _sentOfFirst = sent;
    }
}
