namespace SynthNotebooks.Kernel.Documents;

/// <summary>One text that a notebook file holds.</summary>
/// <param name="Cell">0-based place of its cell; −1 for the notebook as a whole.</param>
/// <param name="Output">0-based place among the cell's outputs; −1 when it is no output.</param>
/// <param name="Part">What it is to a person: <c>source</c>, <c>metadata</c>, <c>stdout</c>, <c>traceback</c>, a mime type.</param>
/// <param name="Mime">Its form.</param>
/// <param name="Text">The text; null where it is a picture or other bytes.</param>
public sealed record NotebookText(int Cell, int Output, string Part, string Mime, string? Text);
