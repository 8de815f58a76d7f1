namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>interrupt: stops the running cell; the reply does not wait until it has stopped.</summary>
internal sealed class InterruptHandler(CellInterrupt interrupt) : IRequestHandler
{
    public string MessageType => "interrupt_request";

    public void Handle(Request request)
    {
        interrupt.Interrupt();
        request.Reply(writer => writer.WriteString("status", "ok"));
    }
}
