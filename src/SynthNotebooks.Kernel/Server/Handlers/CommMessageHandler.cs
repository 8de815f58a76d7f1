using SynthNotebooks.Kernel.Comms;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>comm_msg: no reply; passed on to the comm's listener, whose work an interrupt stops like a cell's.</summary>
internal sealed class CommMessageHandler(CommRegistry comms, CellInterrupt interrupt) : IRequestHandler
{
    public string MessageType => "comm_msg";

    public void Handle(Request request)
    {
        request.TryGet("data", out var data);
        var id = request.Text("comm_id");
        var token = interrupt.Begin();
        try
        {
            comms.Receive(request.Message, id, data, token);
        }
        finally
        {
            interrupt.End();
        }
    }
}
