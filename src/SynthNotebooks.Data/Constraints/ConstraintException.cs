namespace SynthNotebooks.Data;

/// <summary>Constraints that cannot be read, do not fit the table, or contradict each other; the message names the constraint and the reason.</summary>
public sealed class ConstraintException(string message, Exception? inner = null) : FormatException(message, inner);
