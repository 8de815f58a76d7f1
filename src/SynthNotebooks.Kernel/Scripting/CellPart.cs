namespace SynthNotebooks.Kernel.Scripting;

/// <summary>A stretch of a cell: C# or a magic.</summary>
internal abstract record CellPart;

/// <param name="Text">C#, after as many blank lines as precede it in the cell.</param>
internal sealed record CodePart(string Text) : CellPart
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <param name="Name">With its mark: <c>#!time</c>, <c>#r</c>.</param>
/// <param name="Arguments">The rest of the line, trimmed.</param>
/// <param name="Body">The lines that belong to it, for magics that take them.</param>
/// <param name="Line">Its line in the cell, 1-based.</param>
internal sealed record MagicPart(string Name, string Arguments, string Body, int Line) : CellPart;
