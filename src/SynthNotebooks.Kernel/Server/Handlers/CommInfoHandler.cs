using SynthNotebooks.Kernel.Comms;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>comm_info: the open comms, of one target or of all.</summary>
internal sealed class CommInfoHandler(CommRegistry comms) : IRequestHandler
{
    public string MessageType => "comm_info_request";

    public void Handle(Request request)
    {
        var target = request.TextOr("target_name", null);
        request.Reply(writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteStartObject("comms");
            foreach (var (id, name) in comms.List(target))
            {
                writer.WriteStartObject(id);
                writer.WriteString("target_name", name);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        });
    }
}
