using System.Diagnostics.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>A piece of C# as the user wrote it, with what error messages need to point into it.</summary>
/// <param name="Label">What the user knows it as: <c>cell 3</c> or a file's name.</param>
/// <param name="Text">The C#; lines of the cell that are no C# are blank, so that line numbers are the cell's.</param>
internal sealed record CellSource(string Label, string Text)
{
    /// <summary>The guards put into it, for translating columns back.</summary>
    public IReadOnlyList<GuardInsertion> Insertions { get; set; } = [];

    /// <summary>A line, 1-based, without its end.</summary>
    public bool TryGetLine(int number, [NotNullWhen(true)] out string? line)
    {
        line = number < 1 ? null : Text.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd('\r');
        return line is not null;
    }

    /// <summary>The column, 0-based, that a column of the guarded text had in the user's text.</summary>
    public int OriginalColumn(int line, int column)
    {
        var shift = 0;
        foreach (var insertion in Insertions)
        {
            if (insertion.Line != line) continue;
            if (column < insertion.Column + shift) break;
            if (column < insertion.Column + shift + insertion.Length) return insertion.Column;
            shift += insertion.Length;
        }
        return column - shift;
    }
}

/// <summary>A guard that stands in the compiled text but not in the user's; lines and columns are 0-based.</summary>
internal readonly record struct GuardInsertion(int Line, int Column, int Length);
