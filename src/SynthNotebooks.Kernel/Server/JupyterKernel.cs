using System.Net;
using SynthNotebooks.Kernel.Comms;
using SynthNotebooks.Kernel.Server.Handlers;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>A Jupyter kernel: the five channels of a connection file in front of a session.</summary>
/// <remarks>
/// <para>Every shell and control request is answered, between a busy and an idle status with that request as parent; what it does not
/// know it answers with an error. Messages with a bad signature are dropped and counted.</para>
/// <para>Threads: one for input and output, one for iopub, one each for shell and control; none of them is of the thread pool, so
/// that a cell which occupies the pool can still be interrupted. Source: Jupyter messaging 5.4.</para>
/// </remarks>
public sealed class JupyterKernel : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<KernelExit> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CellInterrupt _interrupt = new();
    private readonly IoLoop _loop = new();
    private readonly MessageSigner _signer;
    private readonly Task<ICodeSession> _session;
    private readonly IoPubChannel _iopub;
    private readonly StdinChannel _stdin;
    private readonly RequestChannel _shell, _control;
    private readonly PublisherSocket _publisher;
    private long _rejected;
    private int _disposed;

    /// <summary>Binds the sockets and begins to answer; the session may still be on its way.</summary>
    /// <param name="connection">Where to listen; ports that are 0 are chosen, see <see cref="Connection"/>.</param>
    /// <param name="session">Runs the cells. Until it is there, requests that need it wait; when it fails, they are answered with its error. The kernel disposes of it.</param>
    /// <param name="identity">What kernel_info says.</param>
    /// <param name="time">Clock of the messages' dates.</param>
    /// <param name="history">Folder in which inputs are kept for later sessions; null keeps them for this one only.</param>
    /// <exception cref="System.Net.Sockets.SocketException">An address is taken or not this machine's.</exception>
    /// <exception cref="FormatException">The connection's ip is no address.</exception>
    public JupyterKernel(ConnectionInfo connection, Task<ICodeSession> session, KernelIdentity identity, TimeProvider time, string? history = null)
        : this(connection, session, identity, time, new ZmtpLimits(), history)
    {
    }

    internal JupyterKernel(ConnectionInfo connection, Task<ICodeSession> session, KernelIdentity identity, TimeProvider time, ZmtpLimits limits, string? history)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(time);
        _session = session;
        _signer = new MessageSigner(connection.Key);
        var encoder = new MessageEncoder(_signer, time);
        _iopub = new IoPubChannel(encoder);
        _stdin = new StdinChannel(encoder, _iopub);
        _shell = new RequestChannel("shell", encoder, _iopub);
        _control = new RequestChannel("control", encoder, _iopub);
        Comms = new CommRegistry(_iopub);
        try
        {
            _publisher = new PublisherSocket(connection.EndPointOf(connection.IoPubPort), limits, _loop, _iopub.Welcome);
            var stdin = Router(connection.StdinPort, _stdin.Receive);
            var shell = Router(connection.ShellPort, _shell.Receive);
            var control = Router(connection.ControlPort, _control.Receive);
            var heartbeat = new EchoSocket(connection.EndPointOf(connection.HeartbeatPort), limits, _loop);
            Connection = connection with
            {
                ShellPort = PortOf(shell.LocalEndPoint, connection.ShellPort),
                IoPubPort = PortOf(_publisher.LocalEndPoint, connection.IoPubPort),
                StdinPort = PortOf(stdin.LocalEndPoint, connection.StdinPort),
                ControlPort = PortOf(control.LocalEndPoint, connection.ControlPort),
                HeartbeatPort = PortOf(heartbeat.LocalEndPoint, connection.HeartbeatPort),
            };
            _stdin.Start(stdin);
            _iopub.Start(_publisher);
            _iopub.SayStatus("starting", default);
            StartChannels(shell, control, identity, encoder, new ExecutionHistory(history is null ? null : new HistoryFolder(history)));
        }
        catch
        {
            _loop.Dispose();
            throw;
        }

        RouterSocket Router(int port, Action<JupyterMessage> receive) =>
            new(connection.EndPointOf(port), limits, _loop, (sender, frames) => Receive(sender, frames, receive));
    }

    /// <summary>The connection with the ports it got; a client's connection file.</summary>
    public ConnectionInfo Connection { get; }

    /// <summary>Comm targets the kernel offers.</summary>
    public CommRegistry Comms { get; }

    /// <summary>Completes when a client asked for the end (after the reply was sent) or the kernel was disposed.</summary>
    public Task<KernelExit> Completion => _exit.Task;

    /// <summary>Where the user's inputs are kept by default, beside Jupyter's data; null where the variable SYNTHNB_HISTORY is <c>off</c>.</summary>
    /// <param name="environment">Looks up an environment variable; null for one that is not set.</param>
    public static string? HistoryFolderOf(Func<string, string?> environment) => HistoryFolder.Default(environment);

    /// <summary>Messages dropped because of framing, signature or JSON.</summary>
    public long RejectedMessages => Interlocked.Read(ref _rejected);

    /// <summary>Told of the first, tenth, hundredth ... rejected message, in words; called on the I/O thread, so it must not wait.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Outputs that a stalled subscriber did not get.</summary>
    public long DroppedOutputs => _publisher.Dropped;

    /// <summary>Stops the running cell, as interrupt_request does; for instance on SIGINT.</summary>
    public void Interrupt() => _interrupt.Interrupt();

    /// <summary>Interrupts a running cell, sends what is queued (at most about a second), closes the sockets and disposes of the session.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _exit.TrySetResult(KernelExit.Disposed);
        _interrupt.Interrupt();
        _control.Stop(Patience);
        var stopped = _shell.Stop(Patience);
        _iopub.Dispose();
        _loop.Dispose();
        if (stopped && _session.IsCompletedSuccessfully) await (await _session.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    private void StartChannels(RouterSocket shell, RouterSocket control, KernelIdentity identity, MessageEncoder encoder, ExecutionHistory history)
    {
        IRequestHandler[] everywhere =
        [
            new KernelInfoHandler(identity), new InterruptHandler(_interrupt), new ShutdownHandler(_iopub, exit => _exit.TrySetResult(exit)),
        ];
        _control.Start(control, everywhere);
        _shell.Start(shell,
        [
            .. everywhere,
            new ExecuteHandler(_session, _shell, _iopub, _stdin, history, _interrupt, encoder, _loop),
            new CompleteHandler(_session), new InspectHandler(_session), new IsCompleteHandler(_session), new HistoryHandler(history),
            new CommInfoHandler(Comms), new CommOpenHandler(Comms), new CommMessageHandler(Comms, _interrupt), new CommCloseHandler(Comms),
        ]);
    }

    private bool Receive(byte[] sender, IReadOnlyList<ReadOnlyMemory<byte>> frames, Action<JupyterMessage> receive)
    {
        var rejection = MessageReader.TryRead(sender, frames, _signer, out var message);
        if (message is not null) receive(message);
        else CountRejected(rejection);
        return rejection is MessageRejection.None;
    }

    // A power of ten at a time: whoever floods the kernel must not flood its log too.
    private void CountRejected(MessageRejection rejection)
    {
        var count = Interlocked.Increment(ref _rejected);
        if (Math.Pow(10, Math.Floor(Math.Log10(count))) != count) return;
        var reason = rejection switch
        {
            MessageRejection.Framing => "was not framed as one",
            MessageRejection.Signature => "had a bad signature",
            _ => "was not the JSON of one",
        };
        Log?.Invoke($"A message {reason} and was dropped ({count} so far).");
    }

    private static int PortOf(EndPoint bound, int asked) => bound is IPEndPoint ip ? ip.Port : asked;
}
