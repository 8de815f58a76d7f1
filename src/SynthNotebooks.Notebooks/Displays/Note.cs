namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A sentence to the reader; displayable.</summary>
/// <param name="Text">One line.</param>
public sealed record Note(string Text);
