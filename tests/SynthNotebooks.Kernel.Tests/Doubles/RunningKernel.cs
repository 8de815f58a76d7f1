using SynthNotebooks.Kernel.Server;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>A kernel with an echo session on free ports of 127.0.0.1.</summary>
internal sealed class RunningKernel : IAsyncDisposable
{
    public static readonly ConnectionInfo AnyPorts = new("tcp", "127.0.0.1", 0, 0, 0, 0, 0, "secret");
    public static readonly KernelIdentity Identity = new("test", "1.0", "banner", "14.0");

    public RunningKernel(ConnectionInfo? connection = null, Task<ICodeSession>? session = null, ZmtpLimits? limits = null, string? history = null) =>
        Kernel = new JupyterKernel(connection ?? AnyPorts, session ?? Task.FromResult<ICodeSession>(Session), Identity, TimeProvider.System, limits ?? new ZmtpLimits(), history);

    public EchoSession Session { get; } = new();

    public JupyterKernel Kernel { get; }

    public ConnectionInfo Connection => Kernel.Connection;

    public JupyterClient Client(string name = "client") => new(Connection, name);

    public ValueTask DisposeAsync() => Kernel.DisposeAsync();
}
