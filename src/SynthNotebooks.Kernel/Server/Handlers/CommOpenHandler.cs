using SynthNotebooks.Kernel.Comms;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>comm_open: no reply; a target nobody offers is closed again.</summary>
internal sealed class CommOpenHandler(CommRegistry comms) : IRequestHandler
{
    public string MessageType => "comm_open";

    public void Handle(Request request)
    {
        request.TryGet("data", out var data);
        comms.Open(request.Message, request.Text("comm_id"), request.Text("target_name"), data);
    }
}
