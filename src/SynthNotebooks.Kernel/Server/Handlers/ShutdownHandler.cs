using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>shutdown: answered, told to all clients, then done.</summary>
internal sealed class ShutdownHandler(IoPubChannel iopub, Action<KernelExit> exit) : IRequestHandler
{
    public string MessageType => "shutdown_request";

    public void Handle(Request request)
    {
        var restart = request.Flag("restart", false);
        iopub.Say(new OutgoingMessage("shutdown_reply", request.Message.Header, writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteBoolean("restart", restart);
        }));
        request.Reply(writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteBoolean("restart", restart);
        });
        exit(restart ? KernelExit.Restart : KernelExit.Shutdown);
    }
}
