namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A table cannot be anonymised as asked; the message names the column or argument, its value and what is accepted.</summary>
public sealed class AnonymityException(string message, Exception? inner = null) : Exception(message, inner);
