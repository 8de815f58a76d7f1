namespace SynthNotebooks.Contracts;

/// <summary>A file is no sound model; the message says what is wrong with it.</summary>
public sealed class ModelFormatException(string message, Exception? inner = null) : Exception(message, inner);
