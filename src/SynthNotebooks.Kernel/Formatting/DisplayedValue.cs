using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A value that has been shown and can be replaced, from other cells too.</summary>
public sealed class DisplayedValue
{
    private readonly ICellOutput _output;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string displayId, ICellOutput output, string[] mimeTypes) => (DisplayId, _output, _mimeTypes) = (displayId, output, mimeTypes);

    /// <summary>Names the display within the session.</summary>
    public string DisplayId { get; }

    /// <summary>The representations shown; empty for all that the value's type has.</summary>
    public IReadOnlyCollection<string> MimeTypes => _mimeTypes;

    /// <summary>Shows another value in the place of the one shown.</summary>
    public void Update(object? value) => (CellContext.Current?.Output ?? _output).Update(ValueFormatter.Format(value, _mimeTypes), DisplayId);
}
