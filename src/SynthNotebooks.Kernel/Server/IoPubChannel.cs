using System.Text;
using System.Text.Json;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>Everything the kernel broadcasts, in the order in which it was said, written by one thread.</summary>
/// <remarks>
/// <para>Text is gathered for <see cref="BatchMilliseconds"/> or until <see cref="BatchCharacters"/>: thousands of single lines would run
/// into the notebook server's rate limit and be lost. Anything else that is said after a text sends the text first.</para>
/// <para>Cells only put into a queue here. What must not be cut in half stands in <c>finally</c> blocks, where an interrupt that aborts
/// the cell's thread cannot strike; waiting for room stands outside of them.</para>
/// </remarks>
internal sealed class IoPubChannel : IDisposable
{
    private const int BatchMilliseconds = 50;
    private const int BatchCharacters = 128 * 1024;
    private const long QueueCharacters = 4 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly LinkedList<Item> _queue = new();
    private readonly MessageEncoder _encoder;
    private readonly Thread _thread;
    private PublisherSocket? _socket;
    private long _queuedCharacters, _said, _published, _demanded;
    private bool _stopping;

    public IoPubChannel(MessageEncoder encoder)
    {
        _encoder = encoder;
        _thread = new Thread(Run) { IsBackground = true, Name = "iopub" };
    }

    /// <summary>Publishes to a socket from now on.</summary>
    public void Start(PublisherSocket socket)
    {
        _socket = socket;
        _thread.Start();
    }

    /// <summary>Encodes the message that greets a subscriber.</summary>
    public ReadOnlyMemory<byte>? Welcome(ReadOnlyMemory<byte> subscription)
    {
        var text = Encoding.UTF8.GetString(subscription.Span);
        var message = new OutgoingMessage("iopub_welcome", default, writer => writer.WriteString("subscription", text)) { Envelope = [subscription] };
        return _encoder.Encode(message).Bytes;
    }

    /// <summary>Says a message after all that was said before.</summary>
    /// <param name="message">Without a topic.</param>
    /// <param name="mayWait">Whether a slow subscriber may hold it (and all after it) back; true for what cells show.</param>
    public void Say(OutgoingMessage message, bool mayWait = false) => Add(new Item { Message = message, MayWait = mayWait, Parent = message.Parent });

    /// <summary>Says text; it joins the text before it when that is of the same cell and stream. Waits while too much is queued.</summary>
    public void SayText(ReadOnlyMemory<byte> parent, OutputStream stream, string text)
    {
        if (text.Length == 0) return;
        WaitForRoom();
        try
        {
        }
        finally
        {
            lock (_gate)
            {
                if (_queue.Last?.Value is { Text: { } tail } last && last.Stream == stream && last.Parent.Equals(parent) && tail.Length < BatchCharacters)
                {
                    tail.Append(text);
                    _queuedCharacters += text.Length;
                    if (tail.Length >= BatchCharacters) Monitor.PulseAll(_gate);
                }
                else
                {
                    Add(new Item { Text = new StringBuilder(text), Stream = stream, MayWait = true, Parent = parent });
                }
            }
        }
    }

    /// <summary>The state of the kernel for a request.</summary>
    public void SayStatus(string state, ReadOnlyMemory<byte> parent) =>
        Say(new OutgoingMessage("status", parent, writer => writer.WriteString("execution_state", state)));

    /// <summary>Returns when all that was said so far was given to the subscribers' queues.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            var goal = _said;
            _demanded = Math.Max(_demanded, goal);
            Monitor.PulseAll(_gate);
            while (_published < goal && !_stopping) Monitor.Wait(_gate);
        }
    }

    /// <summary>Publishes what is queued and ends the thread.</summary>
    public void Dispose()
    {
        if (!_thread.IsAlive) return;
        Flush();
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }
        _thread.Join();
    }

    private void WaitForRoom()
    {
        lock (_gate)
        {
            while (_queuedCharacters > QueueCharacters && !_stopping && Thread.CurrentThread != _thread) Monitor.Wait(_gate);
        }
    }

    private void Add(Item item)
    {
        try
        {
        }
        finally
        {
            lock (_gate)
            {
                item.SaidAt = Environment.TickCount64;
                item.Number = ++_said;
                _queue.AddLast(item);
                _queuedCharacters += item.Text?.Length ?? 0;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Run()
    {
        while (Next() is { } item)
        {
            Publish(item);
            lock (_gate)
            {
                _published = item.Number;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Item? Next()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_queue.First?.Value is not { } first)
                {
                    if (_stopping) return null;
                    Monitor.Wait(_gate);
                    continue;
                }
                var patience = BatchMilliseconds - (Environment.TickCount64 - first.SaidAt);
                var ripe = first.Text is null || first.Text.Length >= BatchCharacters || _queue.Count > 1 || _demanded >= first.Number || patience <= 0;
                if (!ripe)
                {
                    Monitor.Wait(_gate, (int)patience);
                    continue;
                }
                _queue.RemoveFirst();
                _queuedCharacters -= first.Text?.Length ?? 0;
                return first;
            }
        }
    }

    private void Publish(Item item)
    {
        var message = item.Message ?? TextMessage(item.Parent, item.Stream, item.Text!.ToString());
        try
        {
            Send(message, item.MayWait);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or NotSupportedException or JsonException)
        {
            // Content comes from formatters that users write: a NaN in it must not silence the kernel.
            Send(TextMessage(item.Parent, OutputStream.Error, $"A {message.Type} could not be written as JSON: {failure.Message}\n"), item.MayWait);
        }
    }

    private void Send(OutgoingMessage message, bool mayWait)
    {
        var topic = Encoding.UTF8.GetBytes($"kernel.{_encoder.Session}.{message.Type}");
        var (bytes, _) = _encoder.Encode(message with { Envelope = [topic] });
        _socket!.Publish(topic, bytes, mayWait);
    }

    private static OutgoingMessage TextMessage(ReadOnlyMemory<byte> parent, OutputStream stream, string text) => new("stream", parent, writer =>
    {
        writer.WriteString("name", stream == OutputStream.Out ? "stdout" : "stderr");
        writer.WriteString("text", text);
    });

    private sealed class Item
    {
        public OutgoingMessage? Message { get; init; }

        public StringBuilder? Text { get; init; }

        public OutputStream Stream { get; init; }

        public required ReadOnlyMemory<byte> Parent { get; init; }

        public bool MayWait { get; init; }

        public long SaidAt { get; set; }

        public long Number { get; set; }
    }
}
