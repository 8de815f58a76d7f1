using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Comms;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Live;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>The comm target that the scripts of live outputs open; joins each to the view that its output names.</summary>
/// <param name="outputs">The views that were shown.</param>
/// <param name="host">The notebook, for views that read and set variables.</param>
/// <remarks>The first message is <c>ready</c>, or <c>gone</c> when this kernel has shown no such output: it was started anew since.</remarks>
internal sealed class LiveTarget(LiveOutputs outputs, Func<INotebookHost> host) : ICommTarget
{
    public string Name => "synthnotebooks";

    public ICommListener Open(IComm comm, JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        var id = data.ValueKind == JsonValueKind.Object && data.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        if (outputs.TryFind(id, out var view))
        {
            comm.Send(new JsonObject { ["kind"] = "ready" });
            return new Joined(view, new Link(comm, host()));
        }
        comm.Send(new JsonObject { ["kind"] = "gone" });
        comm.Close();
        return Deaf.Instance;
    }

    private sealed class Link(IComm comm, INotebookHost host) : ILiveLink
    {
        public INotebookHost Host => host;

        public void Send(JsonObject answer) => comm.Send(answer);
    }

    private sealed class Joined(ILiveView view, ILiveLink link) : ICommListener
    {
        // On the shell thread, which runs no cell meanwhile: variables have one writer.
        public void Received(JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken interrupt)
        {
            if (data.ValueKind == JsonValueKind.Object) view.ReceiveAsync(data, link, interrupt).GetAwaiter().GetResult();
        }

        public void Closed(JsonElement data)
        {
        }
    }

    private sealed class Deaf : ICommListener
    {
        public static Deaf Instance { get; } = new();

        public void Received(JsonElement data, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken interrupt)
        {
        }

        public void Closed(JsonElement data)
        {
        }
    }
}
