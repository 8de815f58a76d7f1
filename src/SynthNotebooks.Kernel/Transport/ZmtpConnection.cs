using System.Net.Sockets;
using System.Text;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>One peer: greeting, handshake, then messages both ways, until either end closes.</summary>
/// <remarks>Reading happens on the I/O thread; any thread may send.</remarks>
internal sealed class ZmtpConnection(Socket socket, ISocketPattern pattern, ZmtpLimits limits, IoLoop loop) : IPollable
{
    private enum Stage
    {
        Greeting,
        Handshake,
        Attached,
    }

    private readonly object _sendGate = new();
    private readonly OutgoingQueue _outgoing = new();
    private readonly ZmtpFrameDecoder _decoder = new() { CommandLimit = limits.CommandBytes, MessageLimit = 0 };
    private readonly byte[] _greeting = new byte[ZmtpGreeting.Length];
    private readonly long _acceptedAt = Environment.TickCount64;
    private List<ReadOnlyMemory<byte>> _parts = [];
    private Stage _stage;
    private int _greetingFilled, _minorVersion;
    private long _messageBytes, _lastReceived = Environment.TickCount64, _lastProgress = Environment.TickCount64, _pingedAt, _lifeline;
    private volatile bool _finished, _trusted;

    public Socket Socket => socket;

    public bool IsFinished => _finished;

    public bool WantsWrite => _outgoing.IsBlocked;

    /// <summary>The identity the peer chose in READY, or empty.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Why the connection was closed by this end; null while open or closed by the peer.</summary>
    public string? Reason { get; private set; }

    /// <summary>Sends this end's greeting; the loop calls the rest.</summary>
    public void Start()
    {
        socket.Blocking = false;
        if (socket.AddressFamily != AddressFamily.Unix)
        {
            socket.NoDelay = true;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        }
        Send(ZmtpGreeting.Own);
    }

    /// <summary>The peer has shown that it holds the key: larger messages are taken from it.</summary>
    public void Trust() => _trusted = true;

    /// <summary>Queues an encoded message and writes it when the socket takes it now. Never waits.</summary>
    /// <returns>False when the peer is gone or twice the high-water mark is queued: the message is dropped for this peer.</returns>
    public bool Send(ReadOnlyMemory<byte> message)
    {
        lock (_sendGate)
        {
            if (_finished || _outgoing.Bytes > 2L * limits.HighWaterMark) return false;
            Enqueue(message);
        }
        return true;
    }

    /// <summary>As <see cref="Send"/>, but waits for room below the high-water mark while the peer takes bytes.</summary>
    /// <returns>False when the peer is gone or stalled; a stalled peer costs the caller the stall timeout once, then nothing.</returns>
    public bool SendWaiting(ReadOnlyMemory<byte> message)
    {
        lock (_sendGate)
        {
            while (!_finished && _outgoing.Bytes >= limits.HighWaterMark)
            {
                var patience = limits.StallTimeout.TotalMilliseconds - (Environment.TickCount64 - _lastProgress);
                if (patience <= 0) return false;
                Monitor.Wait(_sendGate, (int)Math.Min(patience + 1, int.MaxValue));
            }
            if (_finished) return false;
            Enqueue(message);
        }
        return true;
    }

    /// <summary>Closes; the loop notices.</summary>
    public void Close(string reason)
    {
        lock (_sendGate) Reason ??= reason;
        Finish();
        loop.Wake();
    }

    public void OnReadable(byte[] scratch)
    {
        if (_finished) return;
        try
        {
            var count = socket.Receive(scratch, 0, scratch.Length, SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock) return;
            if (error != SocketError.Success || count == 0)
            {
                Finish();
                return;
            }
            _lastReceived = Environment.TickCount64;
            Take(scratch.AsSpan(0, count));
        }
        catch (ZmtpProtocolException violation)
        {
            if (_stage != Stage.Greeting) Send(ZmtpCommand.Error(violation.Message));
            Close(violation.Message);
        }
    }

    public void OnWritable()
    {
        lock (_sendGate) Flush();
    }

    public void OnTick(long now)
    {
        if (_stage != Stage.Attached)
        {
            if (now - _acceptedAt > limits.HandshakeTimeout.TotalMilliseconds) Close("no handshake in time");
            return;
        }
        if (_lifeline > 0 && now - _lastReceived > _lifeline) Close("silent for longer than its own PING allows");
        if (_minorVersion < 1) return;
        if (_pingedAt > _lastReceived)
        {
            // What is queued is TCP's to time out: a peer that reads slowly cannot see the PING yet.
            if (_outgoing.Bytes == 0 && now - _pingedAt > limits.PingTimeout.TotalMilliseconds) Close("no PONG");
        }
        else if (now - _lastReceived > limits.PingInterval.TotalMilliseconds)
        {
            _pingedAt = now;
            Send(ZmtpCommand.Encode("PING"u8, [0, 0]));
        }
    }

    public void Release()
    {
        Finish();
        if (_stage == Stage.Attached) pattern.Detached(this);
        socket.Dispose();
    }

    private void Finish()
    {
        lock (_sendGate)
        {
            _finished = true;
            _outgoing.Clear();
            Monitor.PulseAll(_sendGate);
        }
    }

    private void Enqueue(ReadOnlyMemory<byte> message)
    {
        if (_outgoing.Bytes == 0) _lastProgress = Environment.TickCount64;
        _outgoing.Add(message);
        if (_outgoing.IsBlocked) return;
        Flush();
        if (_outgoing.IsBlocked) loop.Wake();
    }

    private void Flush()
    {
        if (_finished) return;
        if (!_outgoing.Flush(socket, out var progressed))
        {
            Finish();
            loop.Wake();
            return;
        }
        if (!progressed) return;
        _lastProgress = Environment.TickCount64;
        if (_outgoing.Bytes < limits.HighWaterMark) Monitor.PulseAll(_sendGate);
    }

    private void Take(ReadOnlySpan<byte> input)
    {
        if (_stage == Stage.Greeting && !TakeGreeting(ref input)) return;
        while (!_finished && _decoder.TryRead(ref input, out var frame))
        {
            if (_stage == Stage.Handshake) TakeHandshake(frame);
            else if (frame.IsCommand) TakeCommand(frame.Body);
            else TakePart(frame);
        }
    }

    private bool TakeGreeting(ref ReadOnlySpan<byte> input)
    {
        var take = Math.Min(input.Length, ZmtpGreeting.Length - _greetingFilled);
        input[..take].CopyTo(_greeting.AsSpan(_greetingFilled));
        input = input[take..];
        _greetingFilled += take;
        if (ZmtpGreeting.Check(_greeting.AsSpan(0, _greetingFilled)) is not { } minor) return false;
        (_minorVersion, _stage) = (minor, Stage.Handshake);
        Send(ZmtpCommand.Ready(pattern.SocketType));
        return true;
    }

    private void TakeHandshake(ZmtpFrame frame)
    {
        if (!frame.IsCommand) ZmtpProtocolException.Throw("a message before READY");
        var (name, data) = ZmtpCommand.Parse(frame.Body);
        if (name != "READY") ZmtpProtocolException.Throw("expected READY");
        var properties = ZmtpCommand.ParseProperties(data.Span);
        var peer = properties.TryGetValue("Socket-Type", out var type) ? Encoding.ASCII.GetString(type) : "";
        if (!pattern.AcceptsPeer(peer)) ZmtpProtocolException.Throw($"{pattern.SocketType} does not talk to {(peer.Length > 0 ? peer : "a peer without a type")}");
        if (properties.TryGetValue("Identity", out var identity))
        {
            if (identity.Length > 255) ZmtpProtocolException.Throw("an identity of more than 255 bytes");
            Identity = identity;
        }
        _stage = Stage.Attached;
        _decoder.MessageLimit = limits.UntrustedMessageBytes;
        pattern.Attached(this);
    }

    private void TakeCommand(ReadOnlyMemory<byte> body)
    {
        var (name, data) = ZmtpCommand.Parse(body);
        switch (name)
        {
            case "PING":
                if (data.Length is < 2 or > 18) ZmtpProtocolException.Throw("broken PING");
                _lifeline = 100L * ((data.Span[0] << 8) | data.Span[1]); // tenths of a second
                Send(ZmtpCommand.Encode("PONG"u8, data.Span[2..]));
                break;
            case "SUBSCRIBE":
                pattern.Received(this, [(byte[])[1, .. data.Span]]);
                break;
            case "CANCEL":
                pattern.Received(this, [(byte[])[0, .. data.Span]]);
                break;
            case "ERROR":
                Close("the peer reported an error");
                break;
            default:
                break; // PONG, and commands of later versions, which RFC 37 tells to ignore
        }
    }

    private void TakePart(ZmtpFrame frame)
    {
        _parts.Add(frame.Body);
        _messageBytes += frame.Body.Length;
        var limit = _trusted ? limits.TrustedMessageBytes : limits.UntrustedMessageBytes;
        if (_parts.Count > limits.FramesPerMessage) ZmtpProtocolException.Throw("too many frames in one message");
        if (frame.HasMore)
        {
            _decoder.MessageLimit = (int)Math.Max(0, limit - _messageBytes);
            return;
        }
        var message = _parts;
        (_parts, _messageBytes) = ([], 0);
        pattern.Received(this, message);
        _decoder.MessageLimit = _trusted ? limits.TrustedMessageBytes : limits.UntrustedMessageBytes;
    }
}
