using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>kernel_info: answered at once, also while the session still warms up.</summary>
internal sealed class KernelInfoHandler(KernelIdentity identity) : IRequestHandler
{
    public string MessageType => "kernel_info_request";

    public void Handle(Request request) => request.Reply(writer =>
    {
        writer.WriteString("status", "ok");
        writer.WriteString("protocol_version", MessageEncoder.ProtocolVersion);
        writer.WriteString("implementation", identity.Implementation);
        writer.WriteString("implementation_version", identity.Version);
        writer.WriteStartObject("language_info");
        writer.WriteString("name", "C#");
        writer.WriteString("version", identity.LanguageVersion);
        writer.WriteString("mimetype", "text/x-csharp");
        writer.WriteString("file_extension", ".cs");
        writer.WriteString("pygments_lexer", "csharp");
        writer.WriteString("codemirror_mode", "text/x-csharp");
        writer.WriteString("nbconvert_exporter", "script");
        writer.WriteEndObject();
        writer.WriteString("banner", identity.Banner);
        writer.WriteBoolean("debugger", false);
        writer.WriteStartArray("help_links");
        foreach (var (text, url) in identity.HelpLinks ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteString("url", url.ToString());
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("supported_features");
        writer.WriteStringValue("iopub_welcome");
        writer.WriteEndArray();
    });
}
