using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Shows nothing: for silent requests.</summary>
internal sealed class NullOutput : ICellOutput
{
    public static readonly NullOutput Instance = new();

    public void Write(OutputStream stream, string text)
    {
    }

    public void Display(MimeBundle data, string? displayId = null)
    {
    }

    public void Update(MimeBundle data, string displayId)
    {
    }

    public void Result(MimeBundle data)
    {
    }

    public void Clear(bool wait)
    {
    }

    public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("A silent cell cannot ask for input.");
}
