using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>inspect: signature and documentation at a position in code points.</summary>
internal sealed class InspectHandler(Task<ICodeSession> session) : IRequestHandler
{
    private static readonly MimeBundle Nothing = new(new Dictionary<string, System.Text.Json.Nodes.JsonNode>());

    public string MessageType => "inspect_request";

    public void Handle(Request request)
    {
        var code = request.Text("code");
        var cursor = request.Number("cursor_pos") is { } position ? CodePoints.ToUtf16(code, position) : code.Length;
        var found = session.GetAwaiter().GetResult().InspectAsync(code, cursor, CancellationToken.None).GetAwaiter().GetResult();
        request.Reply(writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteBoolean("found", found is not null);
            JsonContent.WriteBundle(writer, found ?? Nothing);
        });
    }
}
