namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Asks the user of the cell for lines; outside of cells reads the process's own input.</summary>
internal sealed class RoutedReader(TextReader outside) : TextReader
{
    public override string? ReadLine() => CellContext.Current is { } cell ? cell.Output.ReadLine("", false) : outside.ReadLine();

    public override string ReadToEnd() => ReadLine() + "\n";

    public override int Read() => CellContext.Current is null ? outside.Read() : ReadLine() is { Length: > 0 } line ? line[0] : '\n';

    public override int Peek() => CellContext.Current is null ? outside.Peek() : -1;
}
