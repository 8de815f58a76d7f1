using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Benchmarks.Session;

/// <summary>Drops what cells show.</summary>
internal sealed class Silence : ICellOutput
{
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

    public string ReadLine(string prompt, bool password) => "";
}
