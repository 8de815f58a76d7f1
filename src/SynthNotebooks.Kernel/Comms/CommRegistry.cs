using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Server;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Comms;

/// <summary>The targets the kernel offers and the comms that are open; thread-safe.</summary>
public sealed class CommRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ICommTarget> _targets = [];
    private readonly Dictionary<string, Comm> _open = [];
    private readonly IoPubChannel _iopub;

    internal CommRegistry(IoPubChannel iopub) => _iopub = iopub;

    /// <summary>Offers a target from now on.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void Register(ICommTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        lock (_gate)
        {
            if (!_targets.TryAdd(target.Name, target)) throw new ArgumentException($"There is a comm target \"{target.Name}\" already.", nameof(target));
        }
    }

    /// <summary>Id and target name of the open comms.</summary>
    /// <param name="target">Only those of this target; null for all.</param>
    internal IReadOnlyList<(string Id, string Target)> List(string? target)
    {
        lock (_gate) return [.. _open.Values.Where(comm => target is null || comm.Target == target).Select(comm => (comm.Id, comm.Target)).Order()];
    }

    /// <summary>A front end opens a comm; one with an unknown target is closed again.</summary>
    internal void Open(JupyterMessage message, string id, string targetName, JsonElement data)
    {
        var comm = new Comm(this, id, targetName) { Parent = message.Header };
        ICommTarget? target;
        lock (_gate)
        {
            if (!_targets.TryGetValue(targetName, out target) || !_open.TryAdd(id, comm)) target = null;
        }
        if (target is null) comm.SayClose(null);
        else Guarded(comm, () => comm.Listener = target.Open(comm, data, message.Buffers));
        if (target is not null && comm.Listener is null) comm.Close();
    }

    /// <summary>A front end says something; comms that are not open are ignored.</summary>
    internal void Receive(JupyterMessage message, string id, JsonElement data, CancellationToken interrupt)
    {
        if (Find(id) is not { } comm) return;
        comm.Parent = message.Header;
        Guarded(comm, () => comm.Listener?.Received(data, message.Buffers, interrupt));
    }

    /// <summary>A front end closes a comm.</summary>
    internal void Close(JupyterMessage message, string id, JsonElement data)
    {
        if (Find(id) is not { } comm) return;
        lock (_gate) _open.Remove(id);
        comm.Parent = message.Header;
        Guarded(comm, () => comm.Listener?.Closed(data));
    }

    // A comm message has no reply in which a failure could be told: it is shown where the cell's errors go.
    private void Guarded(Comm comm, Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException)
        {
            // Interrupted by the user, who knows.
        }
#pragma warning disable CA1031 // what a target throws must not end the kernel
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _iopub.SayText(comm.Parent, OutputStream.Error, $"The comm target {comm.Target} failed: {failure.GetType().Name}: {failure.Message}\n");
        }
    }

    private Comm? Find(string id)
    {
        lock (_gate) return _open.GetValueOrDefault(id);
    }

    private sealed class Comm(CommRegistry registry, string id, string target) : IComm
    {
        public string Id => id;

        public string Target => target;

        public ICommListener? Listener { get; set; }

        public ReadOnlyMemory<byte> Parent { get; set; }

        public void Send(JsonObject data, params IReadOnlyList<ReadOnlyMemory<byte>> buffers) => Say("comm_msg", data, buffers);

        public void Close(JsonObject? data = null)
        {
            lock (registry._gate) registry._open.Remove(id);
            SayClose(data);
        }

        public void SayClose(JsonObject? data) => Say("comm_close", data, []);

        private void Say(string type, JsonObject? data, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
        {
            var message = new OutgoingMessage(type, Parent, writer =>
            {
                writer.WriteString("comm_id", id);
                writer.WritePropertyName("data");
                (data ?? []).WriteTo(writer);
            });
            registry._iopub.Say(message with { Buffers = buffers });
        }
    }
}
