namespace SynthNotebooks.Notebooks.Magics;

/// <param name="Text">What is inserted.</param>
/// <param name="Kind">option, value, variable, column, model or file.</param>
/// <param name="Description">One line, may be empty.</param>
public sealed record MagicCompletion(string Text, string Kind, string Description = "");
