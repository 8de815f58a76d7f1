namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>The complaint about levels that do not nest.</summary>
internal static class Nesting
{
    public static string Message(string where, string? first, string? second, string label, int level, string firstAbove, string secondAbove) =>
        $"{where}: the levels do not nest. '{first}' and '{second}' are both '{label}' at level {level}, but '{firstAbove}' and '{secondAbove}' at level {level + 1}; values that were made equal must stay equal.";
}
