using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>is_complete: whether a console should run the text or ask for another line.</summary>
internal sealed class IsCompleteHandler(Task<ICodeSession> session) : IRequestHandler
{
    public string MessageType => "is_complete_request";

    public void Handle(Request request)
    {
        var completeness = session.GetAwaiter().GetResult().CheckCompleteness(request.Text("code"));
        request.Reply(writer =>
        {
            writer.WriteString("status", completeness.Status switch
            {
                CompletenessStatus.Complete => "complete",
                CompletenessStatus.Incomplete => "incomplete",
                CompletenessStatus.Invalid => "invalid",
                _ => "unknown",
            });
            if (completeness.Status == CompletenessStatus.Incomplete) writer.WriteString("indent", completeness.Indent);
        });
    }
}
