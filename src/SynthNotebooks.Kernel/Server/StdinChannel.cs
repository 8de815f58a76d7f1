using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>Questions to the user of the front end that runs the cell.</summary>
/// <remarks>The cell's thread takes no lock, for the reason given at <see cref="IoPubChannel"/>; the question is sent by the iopub thread.</remarks>
internal sealed class StdinChannel(MessageEncoder encoder, IoPubChannel iopub)
{
    private const int GraceMilliseconds = 1000, PollMilliseconds = 20;

    private RouterSocket? _socket;
    private Question? _question;

    /// <summary>Asks over a socket from now on.</summary>
    public void Start(RouterSocket socket) => _socket = socket;

    /// <summary>Asks, after all that the cell has shown, and waits.</summary>
    /// <exception cref="InvalidOperationException">The client has no stdin channel, or went away, or another thread of the cell is asking.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(JupyterMessage cell, string prompt, bool password, CancellationToken interrupt)
    {
        var question = new Question(cell);
        var before = Volatile.Read(ref _question);
        // One of an earlier cell was left behind by an abort and is nobody's any more.
        if (before?.Cell == cell || Interlocked.CompareExchange(ref _question, question, before) != before)
            throw new InvalidOperationException("Another thread of this cell is waiting for input; ask one question at a time.");
        try
        {
            WaitForClient(cell.Identity, interrupt);
            iopub.Then(() => Send(question, prompt, password));
            return WaitForAnswer(question, interrupt);
        }
        finally
        {
            Interlocked.CompareExchange(ref _question, null, question);
        }
    }

    /// <summary>Takes a message of the stdin channel; on the I/O thread.</summary>
    public void Receive(JupyterMessage message)
    {
        if (message.Type != "input_reply" || Volatile.Read(ref _question) is not { Id.Length: > 0 } question) return;
        if (!question.Cell.Identity.AsSpan().SequenceEqual(message.Identity)) return;
        // Some clients leave the parent out; one that names another question answers it too late.
        if (message.ParentId.Length > 0 && message.ParentId != question.Id && message.ParentId != question.Cell.Id) return;
        question.Answer = MessageReader.Text(message.Content, "value");
    }

    // A client's channels connect independently: its stdin may come a moment after its first cell.
    private void WaitForClient(byte[] identity, CancellationToken interrupt)
    {
        var deadline = Environment.TickCount64 + GraceMilliseconds;
        while (!_socket!.IsConnected(identity))
        {
            interrupt.ThrowIfCancellationRequested();
            if (Environment.TickCount64 > deadline) throw new InvalidOperationException("This front end does not offer input: it has no stdin channel open.");
            Thread.Sleep(PollMilliseconds);
        }
    }

    // A client that goes away for longer than a reconnect takes will not answer: the cell fails instead of hanging.
    private string WaitForAnswer(Question question, CancellationToken interrupt)
    {
        var lastSeen = Environment.TickCount64;
        while (true)
        {
            if (question.Answer is { } answer) return answer;
            interrupt.ThrowIfCancellationRequested();
            if (_socket!.IsConnected(question.Cell.Identity)) lastSeen = Environment.TickCount64;
            else if (Environment.TickCount64 - lastSeen > GraceMilliseconds)
                throw new InvalidOperationException("The front end went away (its stdin channel closed) before it answered.");
            Thread.Sleep(PollMilliseconds);
        }
    }

    private void Send(Question question, string prompt, bool password)
    {
        var (bytes, id) = encoder.Encode(new OutgoingMessage("input_request", question.Cell.Header, writer =>
        {
            writer.WriteString("prompt", prompt);
            writer.WriteBoolean("password", password);
        }));
        question.Id = id;
        _socket!.Send(question.Cell.Identity, bytes);
    }

    private sealed class Question(JupyterMessage cell)
    {
        private volatile string _id = "";
        private volatile string? _answer;

        public JupyterMessage Cell => cell;

        /// <summary>Empty until it was sent.</summary>
        public string Id
        {
            get => _id;
            set => _id = value;
        }

        /// <summary>Null until it was answered.</summary>
        public string? Answer
        {
            get => _answer;
            set => _answer = value;
        }
    }
}
