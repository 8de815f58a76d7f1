using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Shields the host's output from code that outlives an interrupted cell.</summary>
internal sealed class GuardedOutput(ICellOutput inner, CancellationToken interrupt) : ICellOutput
{
    public void Write(OutputStream stream, string text) => Shielded(() => inner.Write(stream, text));

    public void Display(MimeBundle data, string? displayId = null) => Shielded(() => inner.Display(data, displayId));

    public void Update(MimeBundle data, string displayId) => Shielded(() => inner.Update(data, displayId));

    public void Result(MimeBundle data) => Shielded(() => inner.Result(data));

    public void Clear(bool wait) => Shielded(() => inner.Clear(wait));

    // Waits for a person, so it must stay interruptible.
    public string ReadLine(string prompt, bool password)
    {
        CellGuard.Check();
        return inner.ReadLine(prompt, password);
    }

    private void Shielded(Action write)
    {
        if (interrupt.IsCancellationRequested) throw new CellInterruptedException(interrupt);
        write();
    }
}
