namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>Where in a scenario something stands.</summary>
/// <param name="File">Name of the file, or what the text was called.</param>
/// <param name="Line">From 1; 0 when it was made in code.</param>
/// <param name="Column">From 1.</param>
public readonly record struct SourcePlace(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{File}({Line},{Column})") : File;
}
