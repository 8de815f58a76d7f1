using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>The shell or the control channel: a queue of messages and the thread that handles them one after the other.</summary>
internal sealed class RequestChannel
{
    private readonly object _gate = new();
    private readonly LinkedList<JupyterMessage> _queue = new();
    private readonly HashSet<JupyterMessage> _aborted = [];
    private readonly Dictionary<string, IRequestHandler> _handlers = [];
    private readonly string _name;
    private readonly MessageEncoder _encoder;
    private readonly IoPubChannel _iopub;
    private readonly Thread _thread;
    private RouterSocket? _socket;
    private bool _stopping;

    public RequestChannel(string name, MessageEncoder encoder, IoPubChannel iopub)
    {
        (_name, _encoder, _iopub) = (name, encoder, iopub);
        _thread = new Thread(Run) { IsBackground = true, Name = name };
    }

    /// <summary>Handles messages and answers over a socket from now on.</summary>
    public void Start(RouterSocket socket, IEnumerable<IRequestHandler> handlers)
    {
        foreach (var handler in handlers) _handlers.Add(handler.MessageType, handler);
        _socket = socket;
        _thread.Start();
    }

    /// <summary>Queues a message; on the I/O thread.</summary>
    public void Receive(JupyterMessage message)
    {
        lock (_gate)
        {
            _queue.AddLast(message);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Marks every cell that waits in the queue: it will be answered as aborted instead of run.</summary>
    public void AbortQueuedCells()
    {
        lock (_gate) _aborted.UnionWith(_queue.Where(message => message.Type == "execute_request"));
    }

    /// <summary>Ends the thread after the message it is at.</summary>
    /// <returns>False when that takes longer than <paramref name="patience"/>.</returns>
    public bool Stop(TimeSpan patience)
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }
        return !_thread.IsAlive || Thread.CurrentThread == _thread || _thread.Join(patience);
    }

    private void Run()
    {
        while (Next(out var aborted) is { } message)
        {
            _iopub.SayStatus("busy", message.Header);
            Answer(new Request(message, reply => Send(message, reply)), aborted);
            _iopub.SayStatus("idle", message.Header);
        }
    }

    private JupyterMessage? Next(out bool aborted)
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_stopping) Monitor.Wait(_gate);
            aborted = false;
            if (_stopping) return null;
            var message = _queue.First!.Value;
            _queue.RemoveFirst();
            aborted = _aborted.Remove(message);
            return message;
        }
    }

    private void Answer(Request request, bool aborted)
    {
        if (aborted)
        {
            request.Reply(writer => writer.WriteString("status", "aborted"));
            return;
        }
        if (!_handlers.TryGetValue(request.Message.Type, out var handler))
        {
            request.ReplyError("UnknownMessageType", $"The {_name} channel does not know \"{request.Message.Type}\".");
            return;
        }
        try
        {
            handler.Handle(request);
            if (request.ExpectsReply && !request.IsAnswered) request.ReplyError("NoReply", $"{request.Message.Type} was handled without an answer.");
        }
        catch (InvalidRequestException invalid)
        {
            if (request.ExpectsReply) request.ReplyError("InvalidRequest", invalid.Message);
        }
#pragma warning disable CA1031 // The last line of defence: a defect in one handler costs one reply, not the kernel.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            if (request.ExpectsReply && !request.IsAnswered) request.ReplyError(defect.GetType().Name, defect.Message);
        }
    }

    private void Send(JupyterMessage request, OutgoingMessage reply)
    {
        _iopub.Flush(); // clients that read the reply first expect the outputs to be there
        _socket!.Send(request.Identity, _encoder.Encode(reply).Bytes);
    }
}
