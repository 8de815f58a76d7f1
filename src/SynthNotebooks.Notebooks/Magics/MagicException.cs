namespace SynthNotebooks.Notebooks.Magics;

/// <summary>A magic cannot do what was asked; the message alone is for the user, without a stack.</summary>
/// <remarks>It says what was read and what is accepted. Nothing was changed: no variable, no file.</remarks>
public sealed class MagicException(string message, Exception? inner = null) : Exception(message, inner);
