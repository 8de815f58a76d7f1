using System.Globalization;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Notes on a failure which magics it came through, innermost first: a line of a file that a line of a cell imported.</summary>
internal static class MagicTrail
{
    private const string Key = "SynthNotebooks.MagicTrail";

    /// <summary>Adds a place; always false, for use in an exception filter, so that nothing is unwound.</summary>
    public static bool Add(Exception failure, string label, MagicPart magic)
    {
        if (failure is CellInterruptedException or CellExitException) return false;
        var line = magic.Arguments.Length == 0 ? magic.Name : $"{magic.Name} {magic.Arguments}";
        if (failure.Data[Key] is not List<string> trail) failure.Data[Key] = trail = [];
        trail.Add(string.Create(CultureInfo.InvariantCulture, $"   at {label}, line {magic.Line}: {MessageText.Of(line)}"));
        return false;
    }

    public static IReadOnlyList<string> Of(Exception failure) => failure.Data[Key] as IReadOnlyList<string> ?? [];
}
