using SynthNotebooks.Kernel.Comms;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>comm_msg: no reply; passed on to the comm's listener.</summary>
internal sealed class CommMessageHandler(CommRegistry comms) : IRequestHandler
{
    public string MessageType => "comm_msg";

    public void Handle(Request request)
    {
        request.TryGet("data", out var data);
        comms.Receive(request.Message, request.Text("comm_id"), data);
    }
}
