using System.Text.Json;
using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>Questions to the user of the front end that runs the cell.</summary>
internal sealed class StdinChannel(MessageEncoder encoder)
{
    private const int GraceMilliseconds = 1000, PollMilliseconds = 10;

    private readonly object _gate = new();
    private RouterSocket? _socket;
    private Question? _question;

    /// <summary>Asks over a socket from now on.</summary>
    public void Start(RouterSocket socket) => _socket = socket;

    /// <summary>Asks and waits.</summary>
    /// <exception cref="InvalidOperationException">The client has no stdin channel, or another thread of the cell is asking.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(JupyterMessage cell, string prompt, bool password, CancellationToken interrupt)
    {
        var question = new Question(cell.Identity);
        using var wake = interrupt.Register(() =>
        {
            lock (_gate) Monitor.PulseAll(_gate);
        });
        try
        {
            WaitForClient(cell.Identity, interrupt);
            Send(question, cell, prompt, password);
            WaitForAnswer(question, interrupt);
            return question.Answer ?? throw new OperationCanceledException(interrupt);
        }
        finally
        {
            lock (_gate)
            {
                if (_question == question) _question = null;
            }
        }
    }

    /// <summary>Takes a message of the stdin channel; on the I/O thread.</summary>
    public void Receive(JupyterMessage message)
    {
        if (message.Type != "input_reply") return;
        lock (_gate)
        {
            if (_question is null || !_question.Asked.AsSpan().SequenceEqual(message.Identity)) return;
            // Some clients leave the parent out; one that names another question answers it too late.
            if (message.ParentId.Length > 0 && message.ParentId != _question.Id && message.ParentId != _question.CellId) return;
            var has = message.Content.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String;
            _question.Answer = has ? value.GetString() : "";
            Monitor.PulseAll(_gate);
        }
    }

    // A client's channels connect independently: its stdin may come a moment after its first cell.
    private void WaitForClient(byte[] identity, CancellationToken interrupt)
    {
        var deadline = Environment.TickCount64 + GraceMilliseconds;
        while (!_socket!.IsConnected(identity))
        {
            interrupt.ThrowIfCancellationRequested();
            if (Environment.TickCount64 > deadline) throw new InvalidOperationException("This front end does not offer input: it has no stdin channel open.");
            lock (_gate) Monitor.Wait(_gate, PollMilliseconds);
        }
    }

    // A client that goes away for longer than a reconnect takes will not answer: the cell fails instead of hanging.
    private void WaitForAnswer(Question question, CancellationToken interrupt)
    {
        var lastSeen = Environment.TickCount64;
        lock (_gate)
        {
            while (question.Answer is null && !interrupt.IsCancellationRequested)
            {
                Monitor.Wait(_gate, GraceMilliseconds / 2);
                if (_socket!.IsConnected(question.Asked)) lastSeen = Environment.TickCount64;
                else if (Environment.TickCount64 - lastSeen > GraceMilliseconds)
                    throw new InvalidOperationException("The front end went away (its stdin channel closed) before it answered.");
            }
        }
    }

    private void Send(Question question, JupyterMessage cell, string prompt, bool password)
    {
        bool busy, sent = false;
        try
        {
        }
        finally // an interrupt may abort this thread: not in the middle of a message
        {
            lock (_gate)
            {
                busy = _question is not null;
                if (!busy)
                {
                    var (bytes, id) = encoder.Encode(new OutgoingMessage("input_request", cell.Header, writer =>
                    {
                        writer.WriteString("prompt", prompt);
                        writer.WriteBoolean("password", password);
                    }));
                    (question.Id, question.CellId, _question) = (id, cell.Id, question);
                    sent = _socket!.Send(cell.Identity, bytes);
                }
            }
        }
        if (busy) throw new InvalidOperationException("Another thread of this cell is waiting for input; ask one question at a time.");
        if (!sent) throw new InvalidOperationException("This front end does not offer input: it has no stdin channel open.");
    }

    private sealed class Question(byte[] asked)
    {
        public byte[] Asked => asked;

        public string Id { get; set; } = "";

        public string CellId { get; set; } = "";

        public string? Answer { get; set; }
    }
}
