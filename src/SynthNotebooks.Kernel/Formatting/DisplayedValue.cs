using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A value that has been shown and can be replaced, from other cells too.</summary>
public sealed class DisplayedValue
{
    private readonly ICellOutput _output;
    private readonly string? _mimeType;

    internal DisplayedValue(string displayId, ICellOutput output, string? mimeType) => (DisplayId, _output, _mimeType) = (displayId, output, mimeType);

    /// <summary>Names the display within the session.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in the place of the one shown.</summary>
    public void Update(object? value) =>
        (Scripting.CellContext.Current?.Output ?? _output).Update(_mimeType is null ? ValueFormatter.Format(value) : ValueFormatter.Format(value, _mimeType), DisplayId);
}
