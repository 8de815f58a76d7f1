using System.Text;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Sends what is printed to the cell whose code prints it; outside of cells to the process's own stream.</summary>
internal sealed class RoutedWriter : TextWriter
{
    private readonly TextWriter _outside;
    private readonly OutputStream _stream;

    public RoutedWriter(TextWriter outside, OutputStream stream)
    {
        (_outside, _stream) = (outside, stream);
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (CellContext.Current is { } cell) cell.Output.Write(_stream, value);
        else _outside.Write(value);
    }

    // One write a line, so that lines of concurrent threads do not mix.
    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));

    public override void WriteLine(char[] buffer, int index, int count) => Write(new string(buffer, index, count) + "\n");

    public override void WriteLine(object? value) => Write(value + "\n");

    public override void WriteLine(string format, object? arg0) => WriteLine(string.Format(FormatProvider, format, arg0));

    public override void WriteLine(string format, object? arg0, object? arg1) => WriteLine(string.Format(FormatProvider, format, arg0, arg1));

    public override void WriteLine(string format, params object?[] arg) => WriteLine(string.Format(FormatProvider, format, arg));

    public override void Flush()
    {
        if (CellContext.Current is null) _outside.Flush();
    }
}
