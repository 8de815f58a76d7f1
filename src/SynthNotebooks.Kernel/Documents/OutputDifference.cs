namespace SynthNotebooks.Kernel.Documents;

/// <summary>The first place at which the outputs of a cell differ between two runs.</summary>
/// <param name="Cell">0-based place among the notebook's cells.</param>
/// <param name="Output">0-based place among the cell's outputs.</param>
/// <param name="Part">A mime type, <c>stdout</c>, <c>stderr</c>, <c>traceback</c> and the like, or <c>output</c> when an output is missing or of another type.</param>
/// <param name="Line">1-based line of the part.</param>
/// <param name="Column">1-based UTF-16 column of that line.</param>
/// <param name="Expected">The line as it was; null when there is none.</param>
/// <param name="Actual">The line as it is now; null when there is none.</param>
public sealed record OutputDifference(int Cell, int Output, string Part, int Line, int Column, string? Expected, string? Actual);
