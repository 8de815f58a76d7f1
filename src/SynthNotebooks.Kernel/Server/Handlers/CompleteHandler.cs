using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>complete: matches with their kinds; positions in code points.</summary>
internal sealed class CompleteHandler(Task<ICodeSession> session) : IRequestHandler
{
    public string MessageType => "complete_request";

    public void Handle(Request request)
    {
        var code = request.Text("code");
        var cursor = request.Number("cursor_pos") is { } position ? CodePoints.ToUtf16(code, position) : code.Length;
        var list = session.GetAwaiter().GetResult().CompleteAsync(code, cursor, CancellationToken.None).GetAwaiter().GetResult();
        var (start, end) = (CodePoints.FromUtf16(code, list.Start), CodePoints.FromUtf16(code, list.End));
        request.Reply(writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteStartArray("matches");
            foreach (var match in list.Matches) writer.WriteStringValue(match.Text);
            writer.WriteEndArray();
            writer.WriteNumber("cursor_start", start);
            writer.WriteNumber("cursor_end", end);
            writer.WriteStartObject("metadata");
            writer.WriteStartArray("_jupyter_types_experimental");
            foreach (var match in list.Matches)
            {
                writer.WriteStartObject();
                writer.WriteString("text", match.Text);
                writer.WriteString("type", match.Kind);
                writer.WriteString("signature", match.Description);
                writer.WriteNumber("start", start);
                writer.WriteNumber("end", end);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
