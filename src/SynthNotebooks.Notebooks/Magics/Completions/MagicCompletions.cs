namespace SynthNotebooks.Notebooks.Magics;

/// <summary>What can be typed at a position.</summary>
/// <param name="Items">In the order they should be shown.</param>
/// <param name="Start">UTF-16 start, within the arguments, of the text that an item replaces.</param>
/// <param name="End">UTF-16 end of that text.</param>
public sealed record MagicCompletions(IReadOnlyList<MagicCompletion> Items, int Start, int End);
