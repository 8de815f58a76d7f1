using System.Buffers;
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
/// <para>Cells only push onto a lock-free stack. An interrupt may abort a cell's thread at any instruction
/// (<see cref="System.Runtime.ControlledExecution"/>), <c>finally</c> blocks of optimised code included: a lock taken there would stay
/// taken for good and silence the kernel. A push either happened or did not.</para>
/// </remarks>
internal sealed class IoPubChannel : IDisposable
{
    private const int BatchMilliseconds = 50;
    private const int BatchCharacters = 64 * 1024; // as UTF-8 it stays, mostly, below what the collector calls a large object
    private const long BacklogLimit = 4 * 1024 * 1024; // characters, and a fixed cost an item
    private const int ItemCost = 64;

    private readonly AutoResetEvent _bell = new(false);
    private readonly MessageEncoder _encoder;
    private readonly Thread _thread;
    private PublisherSocket? _socket;
    private Item? _pushed; // newest first
    private long _taken; // backlog that was taken from the stack and is not published yet
    private volatile bool _ended;

    // Of the publishing thread alone: text that waits for more, and whose it is.
    private readonly ArrayBufferWriter<char> _text = new(BatchCharacters);
    private readonly ArrayBufferWriter<byte> _json = new(2 * BatchCharacters);
    private ReadOnlyMemory<byte> _textParent;
    private OutputStream _textStream;
    private long _textSince;

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
    public void Say(OutgoingMessage message, bool mayWait = false) => Push(new Item(() => Publish(message, mayWait)));

    /// <summary>Says text; it joins the text before it when that is of the same cell and stream. Waits while too much is queued.</summary>
    public void SayText(ReadOnlyMemory<byte> parent, OutputStream stream, string text)
    {
        if (text.Length == 0) return;
        while ((Volatile.Read(ref _pushed)?.Backlog ?? 0) + Volatile.Read(ref _taken) > BacklogLimit && !_ended) Thread.Sleep(1);
        Push(new Item(text, stream, parent));
    }

    /// <summary>The state of the kernel for a request.</summary>
    public void SayStatus(string state, ReadOnlyMemory<byte> parent) =>
        Say(new OutgoingMessage("status", parent, writer => writer.WriteString("execution_state", state)));

    /// <summary>Runs something on the publishing thread when all that was said before is published. Must not wait.</summary>
    public void Then(Action action) => Push(new Item(action));

    /// <summary>Returns when all that was said so far was given to the subscribers' queues.</summary>
    public void Flush()
    {
        using var passed = new ManualResetEvent(false);
        Then(() => passed.Set());
        while (!passed.WaitOne(BatchMilliseconds) && !_ended) { }
    }

    /// <summary>Publishes what is queued and ends the thread.</summary>
    public void Dispose()
    {
        if (_thread.IsAlive)
        {
            Then(() => _ended = true);
            _thread.Join();
        }
        _ended = true;
    }

    private void Push(Item item)
    {
        Item? head;
        do
        {
            head = Volatile.Read(ref _pushed);
            item.Next = head;
            item.Backlog = (head?.Backlog ?? 0) + item.Cost;
        }
        while (Interlocked.CompareExchange(ref _pushed, item, head) != head);
        _bell.Set();
    }

    private void Run()
    {
        while (!_ended)
        {
            if (Interlocked.Exchange(ref _pushed, null) is { } newest) Take(newest);
            else if (_text.WrittenCount == 0) _bell.WaitOne();
            else if (BatchMilliseconds - (Environment.TickCount64 - _textSince) is > 0 and var patience) _bell.WaitOne((int)patience);
            else PublishText(final: false);
        }
    }

    private void Take(Item newest)
    {
        Volatile.Write(ref _taken, newest.Backlog);
        for (var item = Reversed(newest); item is not null && !_ended; item = item.Next)
        {
            if (item.Text is { } text)
            {
                Gather(text, item.Stream, item.Parent);
            }
            else
            {
                PublishText(final: true);
                item.Action!();
            }
            Volatile.Write(ref _taken, _taken - item.Cost);
        }
    }

    private static Item? Reversed(Item? newest)
    {
        Item? oldest = null;
        while (newest is not null) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }

    private void Gather(ReadOnlySpan<char> text, OutputStream stream, ReadOnlyMemory<byte> parent)
    {
        if (_text.WrittenCount > 0 && (_textStream != stream || !_textParent.Equals(parent))) PublishText(final: true);
        if (_text.WrittenCount + text.Length > BatchCharacters && _text.WrittenCount > 0) PublishText(final: false); // lines stay whole
        while (text.Length > 0)
        {
            if (_text.WrittenCount == 0) (_textStream, _textParent, _textSince) = (stream, parent, Environment.TickCount64);
            var take = Math.Min(text.Length, BatchCharacters - _text.WrittenCount);
            _text.Write(text[..take]);
            text = text[take..];
            if (_text.WrittenCount == BatchCharacters) PublishText(final: false);
        }
    }

    // A surrogate pair that was printed in two halves goes into one message: a half waits for the next text, unless there is none to come.
    private void PublishText(bool final)
    {
        var text = _text.WrittenSpan;
        var half = !final && text.Length > 1 && char.IsHighSurrogate(text[^1]) ? text[^1] : (char?)null;
        if (half is not null) text = text[..^1];
        _json.ResetWrittenCount();
        JsonText.Write(_json, text);
        _text.ResetWrittenCount();
        if (half is { } kept)
        {
            _text.Write([kept]);
            _textSince = Environment.TickCount64;
        }
        if (text.Length > 0) Publish(TextMessage(_textParent, _textStream, _json.WrittenMemory), mayWait: true);
    }

    private void Publish(OutgoingMessage message, bool mayWait)
    {
        try
        {
            Send(message, mayWait);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or NotSupportedException or JsonException)
        {
            // Content comes from formatters that users write: a NaN in it must not silence the kernel.
            _json.ResetWrittenCount();
            JsonText.Write(_json, $"A {message.Type} could not be written as JSON: {failure.Message}\n");
            Send(TextMessage(message.Parent, OutputStream.Error, _json.WrittenMemory), mayWait);
        }
    }

    private void Send(OutgoingMessage message, bool mayWait)
    {
        var topic = Encoding.UTF8.GetBytes($"kernel.{_encoder.Session}.{message.Type}");
        var (bytes, _) = _encoder.Encode(message with { Envelope = [topic] });
        _socket!.Publish(topic, bytes, mayWait);
    }

    private static OutgoingMessage TextMessage(ReadOnlyMemory<byte> parent, OutputStream stream, ReadOnlyMemory<byte> json) => new("stream", parent, writer =>
    {
        writer.WriteString("name", stream == OutputStream.Out ? "stdout" : "stderr");
        writer.WritePropertyName("text");
        writer.WriteRawValue(json.Span, skipInputValidation: true);
    });

    /// <summary>Text, or something to do.</summary>
    private sealed class Item
    {
        public Item(Action action) => Action = action;

        public Item(string text, OutputStream stream, ReadOnlyMemory<byte> parent) => (Text, Stream, Parent) = (text, stream, parent);

        public Action? Action { get; }

        public string? Text { get; }

        public OutputStream Stream { get; }

        public ReadOnlyMemory<byte> Parent { get; }

        public int Cost => (Text?.Length ?? 0) + ItemCost;

        /// <summary>The item pushed before this one.</summary>
        public Item? Next { get; set; }

        /// <summary>Cost of this item and of those below it on the stack.</summary>
        public long Backlog { get; set; }
    }
}
