namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>An option of a magic as .NET Interactive wants it described.</summary>
/// <param name="Name">With the leading hyphens.</param>
/// <param name="Description">What it does and accepts.</param>
/// <param name="IsPositional">Whether the value may stand without the name.</param>
/// <param name="IsFlag">Whether it stands without a value.</param>
public sealed record InteractiveOption(string Name, string Description, bool IsPositional = false, bool IsFlag = false);
