using System.Text;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

/// <summary>Keeps what a cell shows.</summary>
internal sealed class RecordedOutput : ICellOutput
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _out = new(), _error = new();

    public string Out
    {
        get
        {
            lock (_gate) return _out.ToString();
        }
    }

    public string Error
    {
        get
        {
            lock (_gate) return _error.ToString();
        }
    }

    public List<(MimeBundle Data, string? Id)> Displays { get; } = [];

    public List<(MimeBundle Data, string Id)> Updates { get; } = [];

    public List<bool> Clears { get; } = [];

    public MimeBundle? Value { get; private set; }

    public string? Plain => Value?.Data["text/plain"].GetValue<string>();

    public Func<string, string>? Answer { get; init; }

    public void Write(OutputStream stream, string text)
    {
        lock (_gate) (stream == OutputStream.Out ? _out : _error).Append(text);
    }

    public void Display(MimeBundle data, string? displayId = null)
    {
        lock (_gate) Displays.Add((data, displayId));
    }

    public void Update(MimeBundle data, string displayId)
    {
        lock (_gate) Updates.Add((data, displayId));
    }

    public void Result(MimeBundle data)
    {
        Assert.Null(Value); // at most one result a cell
        Value = data;
    }

    public void Clear(bool wait) => Clears.Add(wait);

    public string ReadLine(string prompt, bool password) => Answer is null ? throw new InvalidOperationException("no input") : Answer(prompt);
}
