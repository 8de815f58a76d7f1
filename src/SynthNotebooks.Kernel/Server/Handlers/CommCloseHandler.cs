using SynthNotebooks.Kernel.Comms;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>comm_close: no reply; the comm's listener is told.</summary>
internal sealed class CommCloseHandler(CommRegistry comms) : IRequestHandler
{
    public string MessageType => "comm_close";

    public void Handle(Request request)
    {
        request.TryGet("data", out var data);
        comms.Close(request.Message, request.Text("comm_id"), data);
    }
}
